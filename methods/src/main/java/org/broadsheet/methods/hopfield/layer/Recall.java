package org.broadsheet.methods.hopfield.layer;

import org.broadsheet.methods.hopfield.Stopping;
import org.broadsheet.methods.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// This is the recall in the association space of all heads at once: the modern Hopfield network's
/// update, run on tensors so that it can be differentiated.
///
/// @param associations (batch, heads, states, stored): the softmax of the last update
/// @param updates how many updates that was, for the head that needed most
record Recall(Tensor associations, int updates) {

    /// Updates `states` (batch, heads, states, size) against `keys` (batch, heads, stored, size)
    /// with `betas` (heads, 1, 1). A head that is stable keeps its states while others go on.
    static Recall of(Tensor states, Tensor keys, Tensor betas, Stopping stopping) {
        Tensor associations = associations(states, keys, betas);
        for (int updates = 1; updates < stopping.maximumSteps(); updates++) {
            Tensor next = associations(associations.matmul(keys), keys, betas);
            if (stopping.change() == 0) {
                associations = next;
                continue;
            }
            @Nullable Tensor moving = moving(associations, next, stopping.change());
            if (moving == null) {
                return new Recall(associations, updates);
            }
            associations = moving.where(next, associations);
        }
        return new Recall(associations, stopping.maximumSteps());
    }

    private static Tensor associations(Tensor states, Tensor keys, Tensor betas) {
        return states.matmulTransposed(keys).times(betas).softmax();
    }

    /// 1 for each head (heads, 1, 1) whose associations change by more than `change` somewhere in
    /// the batch; null if none does.
    private static @Nullable Tensor moving(Tensor before, Tensor after, double change) {
        int heads = before.shape()[1];
        Tensor squares = after.detach().minus(before.detach()).square().sum(2, 3).max(0);
        Tensor moving =
                squares.greaterThan(squares.maker().full(change * change)).reshape(heads, 1, 1);
        return moving.sum().item() == 0 ? null : moving;
    }
}
