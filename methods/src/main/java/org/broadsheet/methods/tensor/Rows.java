package org.broadsheet.methods.tensor;

/// This is the functions of whole rows: of the elements along the last axis.
final class Rows {
    /// What an element of a row costs, in multiply-adds.
    private static final int ELEMENT = 8;

    private Rows() {}

    /// Something done to the row that begins at a place.
    private interface Row {
        void at(int row, int place);
    }

    static Tensor softmax(Tensor x) {
        int n = length("softmax", x);
        Array y = x.data.zeros(x.size());
        each(
                x,
                n,
                (_, at) -> {
                    y.affine(at, x.data, at, 1, -finite(x.data.max(at, n)), n);
                    y.map(Unary.EXP, at, y, at, n);
                    y.affine(at, y, at, 1 / y.sum(at, n), 0, n);
                });
        return Tensor.result("softmax", x.shape, y, dy -> x.accumulate(softmax(x, n, y, dy)), x);
    }

    /// dx = y (dy - Σ y dy)
    private static Tensor softmax(Tensor x, int n, Array y, Tensor dy) {
        Array dx = y.zeros(x.size());
        each(
                x,
                n,
                (_, at) -> {
                    dx.affine(at, dy.data, at, 1, -y.dot(at, dy.data, at, n), n);
                    dx.zip(Binary.MULTIPLY, at, dx, at, y, at, n);
                });
        return new Tensor(x.home, x.shape, dx);
    }

    static Tensor logSumExp(Tensor x) {
        int n = length("logSumExp", x);
        Array y = x.data.zeros(x.size() / n);
        Array shares = x.data.zeros(x.size());
        each(
                x,
                n,
                (row, at) -> {
                    double most = finite(x.data.max(at, n));
                    shares.affine(at, x.data, at, 1, -most, n);
                    shares.map(Unary.EXP, at, shares, at, n);
                    double sum = shares.sum(at, n);
                    shares.affine(at, shares, at, 1 / sum, 0, n);
                    y.set(row, most + Math.log(sum));
                });
        return Tensor.result(
                "logSumExp",
                Shapes.without(x.shape, x.rank() - 1),
                y,
                dy -> x.accumulate(dy.unsqueeze(-1).times(new Tensor(x.home, x.shape, shares))),
                x);
    }

    static Tensor layerNorm(Tensor x, double epsilon) {
        if (!(epsilon >= 0)) {
            throw new IllegalArgumentException("epsilon " + epsilon + "; accepted is 0 or more");
        }
        int n = length("layerNorm", x);
        Array y = x.data.zeros(x.size());
        Array scales = x.data.zeros(x.size() / n);
        each(
                x,
                n,
                (row, at) -> {
                    y.affine(at, x.data, at, 1, -x.data.sum(at, n) / n, n);
                    double scale = 1 / Math.sqrt(y.dot(at, y, at, n) / n + epsilon);
                    y.affine(at, y, at, scale, 0, n);
                    scales.set(row, scale);
                });
        return Tensor.result(
                "layerNorm", x.shape, y, dy -> x.accumulate(layerNorm(x, n, y, scales, dy)), x);
    }

    /// dx = scale (dy - mean(dy) - y mean(y dy))
    private static Tensor layerNorm(Tensor x, int n, Array y, Array scales, Tensor dy) {
        Array dx = y.zeros(x.size());
        each(
                x,
                n,
                (row, at) -> {
                    double scale = scales.get(row);
                    double mean = dy.data.sum(at, n) / n;
                    dx.affine(at, dy.data, at, scale, -scale * mean, n);
                    dx.addScaled(at, -scale * y.dot(at, dy.data, at, n) / n, y, at, n);
                });
        return new Tensor(x.home, x.shape, dx);
    }

    private static void each(Tensor x, int n, Row row) {
        Split.over(
                x.home.threads,
                x.size() / n,
                (long) ELEMENT * n,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        row.at(i, i * n);
                    }
                });
    }

    /// The number to subtract before exponentials: a row of -∞ alone has no largest to subtract.
    private static double finite(double most) {
        return most == Double.NEGATIVE_INFINITY ? 0 : most;
    }

    private static int length(String name, Tensor x) {
        return x.shape[Shapes.axis(name, -1, x.shape)];
    }
}
