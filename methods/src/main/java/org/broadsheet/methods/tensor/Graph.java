package org.broadsheet.methods.tensor;

import java.util.ArrayList;
import java.util.List;

/// This is the graph of operations behind a tensor.
final class Graph {
    private Graph() {}

    /// All results behind the root, itself last, each after its parents. Without recursion: a graph
    /// may be many thousand operations deep.
    static List<Tensor> order(Tensor root) {
        List<Tensor> order = new ArrayList<>();
        List<Tensor> path = new ArrayList<>();
        path.add(root);
        while (!path.isEmpty()) {
            Tensor tensor = path.getLast();
            if (tensor.seen < tensor.parents.length) {
                Tensor parent = tensor.parents[tensor.seen++];
                if (parent.seen == 0 && parent.parents.length > 0) {
                    path.add(parent);
                }
            } else {
                order.add(path.removeLast());
            }
        }
        for (Tensor tensor : order) {
            tensor.seen = 0;
        }
        return order;
    }

    static void requireFinite(Tensor root) {
        for (Tensor tensor : order(root)) {
            for (Tensor parent : tensor.parents) {
                requireOwn(parent);
            }
            requireOwn(tensor);
        }
    }

    private static void requireOwn(Tensor tensor) {
        for (int i = 0; i < tensor.size(); i++) {
            double value = tensor.data.get(i);
            if (!Double.isFinite(value)) {
                throw new ArithmeticException(
                        "%s of shape %s gave %s at %s%s"
                                .formatted(
                                        tensor.operation,
                                        Shapes.text(tensor.shape),
                                        value,
                                        Shapes.text(index(i, tensor.shape)),
                                        inputs(tensor)));
            }
        }
    }

    private static int[] index(int at, int[] shape) {
        int[] index = new int[shape.length];
        for (int i = shape.length - 1; i >= 0; i--) {
            index[i] = at % shape[i];
            at /= shape[i];
        }
        return index;
    }

    private static String inputs(Tensor tensor) {
        StringBuilder text = new StringBuilder();
        for (Tensor parent : tensor.parents) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < parent.size(); i++) {
                least = Math.min(least, parent.data.get(i));
                most = Math.max(most, parent.data.get(i));
            }
            text.append(text.isEmpty() ? "; its inputs: " : ", ")
                    .append(parent.operation)
                    .append(Shapes.text(parent.shape))
                    .append(" from %.6g to %.6g".formatted(least, most));
        }
        return text.toString();
    }
}
