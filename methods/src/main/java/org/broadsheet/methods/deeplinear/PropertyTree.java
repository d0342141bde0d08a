package org.broadsheet.methods.deeplinear;

import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is a made world of kinds within kinds: the leaves of a binary tree are items, each node is
/// a property, and an item has the properties of all nodes above it and its own. Broad properties
/// are shared by many items, so the modes of the task are the splits of the tree, and the broadest
/// is the strongest.
///
/// @param levels of splits, 1 to 8: there are 2^levels items and 2^(levels + 1) - 1 properties
public record PropertyTree(int levels) {
    public PropertyTree {
        if (levels < 1 || levels > 8) {
            throw new IllegalArgumentException("levels: " + levels + "; accepted are 1 to 8");
        }
    }

    public int items() {
        return 1 << levels;
    }

    public int properties() {
        return 2 * items() - 1;
    }

    /// Which item has which property: shape (properties, items), the root's property first, then
    /// level by level. It is Σ³¹ of the task to tell the properties of an item.
    public Tensor correlation(Tensors tensors) {
        double[] values = new double[properties() * items()];
        for (int item = 0; item < items(); item++) {
            for (int level = 0; level <= levels; level++) {
                int node = (1 << level) - 1 + (item >> (levels - level));
                values[node * items() + item] = 1;
            }
        }
        return tensors.of(values, properties(), items());
    }

    /// The singular value of the modes that tell apart what the splits at a depth part: √(2^(levels
    /// - depth) - 1). There are 2^depth such modes.
    ///
    /// @param depth 0 for the broadest split, below [#levels]
    public double splitStrength(int depth) {
        if (depth < 0 || depth >= levels) {
            throw new IllegalArgumentException(
                    "depth: %d; accepted are 0 to %d".formatted(depth, levels - 1));
        }
        return Math.sqrt((1 << (levels - depth)) - 1);
    }

    /// The depth of the split that parts two items.
    ///
    /// @throws IllegalArgumentException if both are the same
    public int splitOf(int one, int other) {
        if (one == other) {
            throw new IllegalArgumentException("item " + one + " twice; no split parts it");
        }
        int difference = one ^ other;
        return levels - (32 - Integer.numberOfLeadingZeros(difference));
    }
}
