package org.broadsheet.methods.tensor;

import java.util.Arrays;

/// This is sums, means and largest elements along axes. A reduction is a broadcast read backwards:
/// it walks over the large shape with the small one stretched over it.
final class Reductions {
    private Reductions() {}

    static Tensor sum(Tensor x, int... axes) {
        int[] kept = kept("sum", x, axes);
        return Tensor.result(
                        "sum",
                        kept,
                        sumTo(x.detach(), kept).data,
                        dy -> x.accumulate(Elementwise.stretched(dy, x.shape)),
                        x)
                .reshape(dropped(x, kept, axes));
    }

    static Tensor mean(Tensor x, int... axes) {
        Tensor sum = sum(x, axes);
        return sum.times((double) sum.size() / x.size());
    }

    static Tensor max(Tensor x, int... axes) {
        int[] kept = kept("max", x, axes);
        Tensor largest = new Tensor(x.home, kept, maxTo(x, kept));
        return Tensor.result(
                        "max",
                        kept,
                        largest.data,
                        dy -> {
                            Tensor equal =
                                    Elementwise.zip(Binary.EQUAL, "equal", x.detach(), largest);
                            x.accumulate(equal.times(dy.over(sumTo(equal, kept))));
                        },
                        x)
                .reshape(dropped(x, kept, axes));
    }

    /// The sum over whatever stretched the given shape to that of x; x itself if nothing did.
    static Tensor sumTo(Tensor x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        Array sum = x.data.zeros(Shapes.size(shape));
        Walk walk = new Walk(x.shape, Shapes.steps(shape, x.shape), new int[x.rank()]);
        walk.each((at, to, _) -> {
            if (walk.aStep == 0) {
                sum.set(to, sum.get(to) + x.data.sum(at, walk.run));
            } else {
                sum.addSpread(to, 1, x.data, at, walk.run);
            }
        });
        return new Tensor(x.home, shape, sum);
    }

    private static Array maxTo(Tensor x, int[] shape) {
        Array max = x.data.zeros(Shapes.size(shape));
        max.fill(0, Double.NEGATIVE_INFINITY, max.length());
        Walk walk = new Walk(x.shape, Shapes.steps(shape, x.shape), new int[x.rank()]);
        walk.each((at, to, _) -> {
            if (walk.aStep == 0) {
                max.set(to, Math.max(max.get(to), x.data.max(at, walk.run)));
            } else {
                max.zip(Binary.MAX, to, max, to, x.data, at, walk.run);
            }
        });
        return max;
    }

    /// The shape with the axes at length 1.
    private static int[] kept(String name, Tensor x, int[] axes) {
        int[] kept = x.shape.clone();
        if (axes.length == 0) {
            Arrays.fill(kept, 1);
        }
        for (int axis : axes) {
            kept[Shapes.axis(name, axis, x.shape)] = 1;
        }
        return kept;
    }

    private static int[] dropped(Tensor x, int[] kept, int[] axes) {
        boolean[] gone = new boolean[kept.length];
        Arrays.fill(gone, axes.length == 0);
        for (int axis : axes) {
            gone[Math.floorMod(axis, x.rank())] = true;
        }
        int[] shape = new int[kept.length];
        int n = 0;
        for (int i = 0; i < kept.length; i++) {
            if (!gone[i]) {
                shape[n++] = kept[i];
            }
        }
        return Arrays.copyOf(shape, n);
    }
}
