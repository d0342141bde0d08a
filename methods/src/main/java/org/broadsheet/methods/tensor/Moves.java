package org.broadsheet.methods.tensor;

import java.util.Arrays;

/// This is what only moves elements: new shapes, other orders, parts and joins.
final class Moves {
    private Moves() {}

    static Tensor reshape(Tensor x, int... wanted) {
        int[] shape = found(x, wanted);
        return Arrays.equals(shape, x.shape)
                ? x
                : Tensor.result(
                        "reshape", shape, x.data, dy -> x.accumulate(dy.reshape(x.shape)), x);
    }

    private static int[] found(Tensor x, int[] wanted) {
        int[] shape = wanted.clone();
        int open = -1;
        int known = 1;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == -1 && open < 0) {
                open = i;
            } else {
                known *= shape[i];
            }
        }
        if (open >= 0 && known > 0) {
            shape[open] = x.size() / known;
        }
        if (Shapes.size(shape) != x.size() || Arrays.stream(shape).anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException(
                    "reshape: shape %s has %d elements, which do not fill %s"
                            .formatted(Shapes.text(x.shape), x.size(), Shapes.text(wanted)));
        }
        return shape;
    }

    static Tensor permute(Tensor x, int... wanted) {
        int[] axes = permutation(x, wanted);
        int[] own = Shapes.steps(x.shape);
        int[] shape = new int[axes.length];
        int[] steps = new int[axes.length];
        int[] inverse = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            shape[i] = x.shape[axes[i]];
            steps[i] = own[axes[i]];
            inverse[axes[i]] = i;
        }
        Array y = x.data.zeros(x.size());
        Walk walk = new Walk(shape, steps, new int[axes.length]);
        walk.each((to, at, _) -> y.copy(to, x.data, at, walk.aStep, walk.run));
        return Tensor.result("permute", shape, y, dy -> x.accumulate(dy.permute(inverse)), x);
    }

    private static int[] permutation(Tensor x, int[] wanted) {
        int[] axes = new int[wanted.length];
        boolean[] used = new boolean[x.rank()];
        boolean valid = wanted.length == x.rank();
        for (int i = 0; i < wanted.length && valid; i++) {
            axes[i] = Shapes.axis("permute", wanted[i], x.shape);
            valid = !used[axes[i]];
            used[axes[i]] = true;
        }
        if (!valid) {
            throw new IllegalArgumentException(
                    "permute: shape %s by axes %s; accepted is each axis once"
                            .formatted(Shapes.text(x.shape), Shapes.text(wanted)));
        }
        return axes;
    }

    static Tensor slice(Tensor x, int wanted, int from, int to) {
        int axis = Shapes.axis("slice", wanted, x.shape);
        if (from < 0 || from >= to || to > x.shape[axis]) {
            throw new IllegalArgumentException(
                    "slice: %d to %d of axis %d of shape %s; accepted is at least one of its %d"
                            .formatted(from, to, axis, Shapes.text(x.shape), x.shape[axis]));
        }
        int[] shape = Shapes.with(x.shape, axis, to - from);
        Array y = x.data.zeros(Shapes.size(shape));
        int inner = inner(x.shape, axis);
        int run = (to - from) * inner;
        int line = x.shape[axis] * inner;
        for (int i = 0; i < y.length() / run; i++) {
            y.copy(i * run, x.data, i * line + from * inner, 1, run);
        }
        return Tensor.result(
                "slice",
                shape,
                y,
                dy -> {
                    Array dx = y.zeros(x.size());
                    for (int i = 0; i < y.length() / run; i++) {
                        dx.copy(i * line + from * inner, dy.data, i * run, 1, run);
                    }
                    x.accumulate(new Tensor(x.home, x.shape, dx));
                },
                x);
    }

    static Tensor concat(int wanted, Tensor... tensors) {
        if (tensors.length == 0) {
            throw new IllegalArgumentException(
                    "concat of nothing; accepted is one or more tensors");
        }
        Tensor first = tensors[0];
        int axis = Shapes.axis("concat", wanted, first.shape);
        int length = 0;
        for (Tensor x : tensors) {
            requireAlike(first, x, axis);
            length += x.shape[axis];
        }
        int[] shape = Shapes.with(first.shape, axis, length);
        Array y = first.data.zeros(Shapes.size(shape));
        int line = length * inner(shape, axis);
        int place = 0;
        for (Tensor x : tensors) {
            int run = x.shape[axis] * inner(shape, axis);
            for (int i = 0; i < x.size() / run; i++) {
                y.copy(i * line + place, x.data, i * run, 1, run);
            }
            place += run;
        }
        return Tensor.result("concat", shape, y, dy -> distribute(dy, axis, tensors), tensors);
    }

    private static void distribute(Tensor dy, int axis, Tensor[] tensors) {
        int from = 0;
        for (Tensor x : tensors) {
            int to = from + x.shape[axis];
            if (x.tracked()) {
                x.accumulate(dy.slice(axis, from, to));
            }
            from = to;
        }
    }

    private static void requireAlike(Tensor a, Tensor b, int axis) {
        Tensor.requireSameKind("concat", a, b);
        if (a.rank() != b.rank()
                || !Arrays.equals(a.shape, Shapes.with(b.shape, axis, a.shape[axis]))) {
            throw new IllegalArgumentException(
                    "concat: shapes %s and %s; they may differ along axis %d only"
                            .formatted(Shapes.text(a.shape), Shapes.text(b.shape), axis));
        }
    }

    static Tensor select(Tensor x, int wanted, int... indices) {
        int axis = Shapes.axis("select", wanted, x.shape);
        requireIndices("select", x, axis, indices);
        int[] shape = Shapes.checked(Shapes.with(x.shape, axis, indices.length));
        int inner = inner(x.shape, axis);
        int line = x.shape[axis] * inner;
        Array y = x.data.zeros(Shapes.size(shape));
        int[] places = indices.clone();
        int outer = x.size() / line;
        for (int i = 0; i < outer; i++) {
            for (int j = 0; j < places.length; j++) {
                y.copy(
                        (i * places.length + j) * inner,
                        x.data,
                        i * line + places[j] * inner,
                        1,
                        inner);
            }
        }
        return Tensor.result(
                "select",
                shape,
                y,
                dy -> {
                    Array dx = y.zeros(x.size());
                    for (int i = 0; i < outer; i++) {
                        for (int j = 0; j < places.length; j++) {
                            dx.addSpread(
                                    i * line + places[j] * inner,
                                    1,
                                    dy.data,
                                    (i * places.length + j) * inner,
                                    inner);
                        }
                    }
                    x.accumulate(new Tensor(x.home, x.shape, dx));
                },
                x);
    }

    static Tensor gather(Tensor x, int wanted, int... indices) {
        int axis = Shapes.axis("gather", wanted, x.shape);
        requireIndices("gather", x, axis, indices);
        int rows = x.size() / x.shape[axis];
        if (indices.length == 0 || indices.length % rows != 0) {
            throw new IllegalArgumentException(
                    "gather: %d indices along axis %d of shape %s; accepted is a multiple of %d"
                            .formatted(indices.length, axis, Shapes.text(x.shape), rows));
        }
        int[] shape = Shapes.with(x.shape, axis, indices.length / rows);
        int inner = inner(x.shape, axis);
        int[] places = new int[indices.length];
        for (int i = 0; i < places.length; i++) {
            int outer = i / (shape[axis] * inner);
            places[i] = (outer * x.shape[axis] + indices[i]) * inner + i % inner;
        }
        Array y = x.data.zeros(places.length);
        for (int i = 0; i < places.length; i++) {
            y.set(i, x.data.get(places[i]));
        }
        return Tensor.result(
                "gather",
                shape,
                y,
                dy -> {
                    Array dx = y.zeros(x.size());
                    for (int i = 0; i < places.length; i++) {
                        dx.addSpread(places[i], 1, dy.data, i, 1);
                    }
                    x.accumulate(new Tensor(x.home, x.shape, dx));
                },
                x);
    }

    private static void requireIndices(String name, Tensor x, int axis, int[] indices) {
        for (int index : indices) {
            if (index < 0 || index >= x.shape[axis]) {
                throw new IllegalArgumentException(
                        "%s: index %d along axis %d of shape %s; accepted are 0 to %d"
                                .formatted(
                                        name,
                                        index,
                                        axis,
                                        Shapes.text(x.shape),
                                        x.shape[axis] - 1));
            }
        }
    }

    /// The elements that one index of an axis spans.
    private static int inner(int[] shape, int axis) {
        return Shapes.steps(shape)[axis];
    }
}
