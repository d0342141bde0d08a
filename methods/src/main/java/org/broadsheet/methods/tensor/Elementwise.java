package org.broadsheet.methods.tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// This is the functions of each element, and broadcasting.
final class Elementwise {
    /// Elements that fit the nearest cache several times over.
    private static final int BLOCK = 1024;

    /// What a function of an element costs, in multiply-adds.
    private static final int FUNCTION = 4;

    private Elementwise() {}

    static Tensor map(Unary f, String name, Tensor x) {
        Array y = x.data.zeros(x.size());
        Split.over(
                x.home.threads,
                x.size(),
                FUNCTION,
                (from, to) -> y.map(f, from, x.data, from, to - from));
        return Tensor.result(name, x.shape, y, dy -> x.accumulate(chain(f, x, y, dy)), x);
    }

    /// dy f'(x), block by block.
    private static Tensor chain(Unary f, Tensor x, Array y, Tensor dy) {
        Array dx = y.zeros(x.size());
        Split.over(
                x.home.threads,
                x.size(),
                FUNCTION,
                (from, to) -> {
                    for (int at = from; at < to; at += BLOCK) {
                        int n = Math.min(BLOCK, to - at);
                        dx.slope(f, x.data, y, at, n);
                        dx.zip(Binary.MULTIPLY, at, dx, at, dy.data, at, n);
                    }
                });
        return new Tensor(x.home, x.shape, dx);
    }

    static Tensor power(Tensor x, double exponent) {
        Array y = x.data.zeros(x.size());
        y.power(0, x.data, 0, exponent, x.size());
        return Tensor.result(
                "pow",
                x.shape,
                y,
                dy -> x.accumulate(dy.times(x.detach().pow(exponent - 1)).times(exponent)),
                x);
    }

    static Tensor affine(String name, Tensor x, double scale, double shift) {
        Array y = x.data.zeros(x.size());
        y.affine(0, x.data, 0, scale, shift, x.size());
        return Tensor.result(
                name,
                x.shape,
                y,
                dy -> x.accumulate(scale == 1 ? dy : affine(name, dy, scale, 0)),
                x);
    }

    static Tensor zip(Binary f, String name, Tensor a, Tensor b) {
        int[] shape = Shapes.broadcast(name, a.shape, b.shape);
        Tensor.requireSameKind(name, a, b);
        Array y = zip(f, a, b, shape);
        return Tensor.result(name, shape, y, dy -> backward(f, a, b, y, dy), a, b);
    }

    private static void backward(Binary f, Tensor a, Tensor b, Array y, Tensor dy) {
        switch (f) {
            case ADD -> {
                a.accumulate(dy);
                b.accumulate(dy);
            }
            case SUBTRACT -> {
                a.accumulate(dy);
                if (b.tracked()) {
                    b.accumulate(dy.negate());
                }
            }
            case MULTIPLY -> {
                if (a.tracked()) {
                    a.accumulate(dy.times(b.detach()));
                }
                if (b.tracked()) {
                    b.accumulate(dy.times(a.detach()));
                }
            }
            case DIVIDE -> {
                Tensor quotient = dy.over(b.detach());
                a.accumulate(quotient);
                if (b.tracked()) {
                    b.accumulate(quotient.times(new Tensor(dy.home, dy.shape, y)).negate());
                }
            }
            case MIN -> {
                a.accumulate(dy.times(ahead(b.detach(), a.detach())));
                b.accumulate(dy.times(ahead(a.detach(), b.detach())));
            }
            case MAX -> {
                a.accumulate(dy.times(ahead(a.detach(), b.detach())));
                b.accumulate(dy.times(ahead(b.detach(), a.detach())));
            }
            case GREATER, EQUAL -> throw new AssertionError("comparisons are constants");
        }
    }

    /// 1 where a > b, 1/2 where they are equal, else 0.
    private static Tensor ahead(Tensor a, Tensor b) {
        return a.greaterThan(b).plus(zip(Binary.EQUAL, "equal", a, b).times(0.5));
    }

    static Tensor where(Tensor condition, Tensor yes, Tensor no) {
        int[] both = Shapes.broadcast("where", yes.shape, no.shape);
        int[] shape = Shapes.broadcast("where", condition.shape, both);
        Tensor.requireSameKind("where", yes, no);
        Tensor.requireSameKind("where", condition, yes);
        Tensor zero = yes.home.zeros(shape);
        Tensor chosen = stretched(condition, shape);
        Array y = zero.data.zeros(zero.size());
        y.choose(chosen.data, stretched(yes, shape).data, stretched(no, shape).data, 0, y.length());
        return Tensor.result(
                "where",
                shape,
                y,
                dy -> {
                    yes.accumulate(where(chosen, dy, zero));
                    no.accumulate(where(chosen, zero, dy));
                },
                yes,
                no);
    }

    static Tensor dropout(Tensor x, double probability, RandomGenerator random) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "dropout " + probability + "; accepted is 0 to below 1");
        }
        Tensor mask = x.home.zeros(x.shape);
        for (int i = 0; i < mask.size(); i++) {
            mask.data.set(i, random.nextDouble() < probability ? 0 : 1 / (1 - probability));
        }
        return x.times(mask);
    }

    /// A constant of the given shape with the tensor's elements repeated.
    static Tensor stretched(Tensor x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x.detach();
        }
        Array y = x.data.zeros(Shapes.size(shape));
        Walk walk = new Walk(shape, Shapes.steps(x.shape, shape), new int[shape.length]);
        walk.each((to, at, _) -> y.copy(to, x.data, at, walk.aStep, walk.run));
        return new Tensor(x.home, shape, y);
    }

    static Array sum(Array x, Array y) {
        Array z = x.zeros(x.length());
        z.zip(Binary.ADD, 0, x, 0, y, 0, x.length());
        return z;
    }

    private static Array zip(Binary f, Tensor a, Tensor b, int[] shape) {
        if (Arrays.equals(a.shape, b.shape)) {
            Array y = a.data.zeros(a.size());
            Split.over(
                    a.home.threads,
                    a.size(),
                    1,
                    (from, to) -> y.zip(f, from, a.data, from, b.data, from, to - from));
            return y;
        }
        Array y = a.data.zeros(Shapes.size(shape));
        Walk walk = new Walk(shape, Shapes.steps(a.shape, shape), Shapes.steps(b.shape, shape));
        Repeated left = new Repeated(a.data, walk.aStep, walk.run);
        Repeated right = new Repeated(b.data, walk.bStep, walk.run);
        walk.each((to, aAt, bAt) -> {
            for (int i = 0; i < walk.run; i += BLOCK) {
                int n = Math.min(BLOCK, walk.run - i);
                int x = left.run(aAt, i, n);
                int z = right.run(bAt, i, n);
                y.zip(f, to + i, left.array, x, right.array, z, n);
            }
        });
        return y;
    }

    /// An operand by runs: where one element stands for all of a run, it is written out.
    private static final class Repeated {
        private final Array source;
        private final int step;
        final Array array;

        Repeated(Array source, int step, int run) {
            this.source = source;
            this.step = step;
            array = step == 1 ? source : source.zeros(Math.min(run, BLOCK));
        }

        /// Where in `array` elements i to i + n of the run at the given place are.
        int run(int at, int i, int n) {
            if (step == 1) {
                return at + i;
            }
            array.copy(0, source, at, 0, n);
            return 0;
        }
    }
}
