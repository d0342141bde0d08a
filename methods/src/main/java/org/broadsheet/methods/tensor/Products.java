package org.broadsheet.methods.tensor;

import java.util.Arrays;

/// This is the products of matrices. The three forms are closed under differentiation: for C = AB
/// the derivatives are dA = dC Bᵀ and dB = Aᵀ dC, and likewise for the others.
final class Products {
    enum Form {
        /// A B
        AB,
        /// A Bᵀ
        ABT,
        /// Aᵀ B
        ATB
    }

    private Products() {}

    static Tensor multiply(Form form, Tensor a, Tensor b) {
        Tensor.requireSameKind("matmul", a, b);
        if (a.rank() < 2 || b.rank() < 2) {
            throw new IllegalArgumentException(
                    "matmul: shapes %s and %s; accepted are at least two axes each"
                            .formatted(Shapes.text(a.shape), Shapes.text(b.shape)));
        }
        if (a.rank() > 2 && b.rank() == 2 && form != Form.ATB) {
            return folded(form, a, b);
        }
        int[] shape = shape(form, a, b);
        Array c = multiply(form, a, b, shape);
        return Tensor.result("matmul", shape, c, dc -> backward(form, a, b, dc), a, b);
    }

    /// Many matrices times one are one taller matrix times it.
    private static Tensor folded(Form form, Tensor a, Tensor b) {
        int inner = a.shape[a.rank() - 1];
        shape(form, a, b);
        Tensor product = multiply(form, a.reshape(a.size() / inner, inner), b);
        return product.reshape(Shapes.with(a.shape, a.rank() - 1, product.shape[1]));
    }

    private static void backward(Form form, Tensor a, Tensor b, Tensor dc) {
        Tensor x = a.detach();
        Tensor y = b.detach();
        if (a.tracked()) {
            a.accumulate(
                    switch (form) {
                        case AB -> dc.matmulTransposed(y);
                        case ABT -> dc.matmul(y);
                        case ATB -> y.matmulTransposed(dc);
                    });
        }
        if (b.tracked()) {
            b.accumulate(
                    switch (form) {
                        case AB -> x.transposedMatmul(dc);
                        case ABT -> dc.transposedMatmul(x);
                        case ATB -> x.matmul(dc);
                    });
        }
    }

    private static int[] shape(Form form, Tensor a, Tensor b) {
        Matrix left = left(form, a, 0);
        Matrix right = right(form, b, 0);
        if (left.columns() != right.rows()) {
            throw new IllegalArgumentException(
                    "matmul: shapes %s and %s, form %s: the inner lengths %d and %d differ"
                            .formatted(
                                    Shapes.text(a.shape),
                                    Shapes.text(b.shape),
                                    form,
                                    left.columns(),
                                    right.rows()));
        }
        int[] batch = Shapes.broadcast("matmul", batch(a), batch(b));
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = left.rows();
        shape[batch.length + 1] = right.columns();
        return shape;
    }

    private static Array multiply(Form form, Tensor a, Tensor b, int[] shape) {
        Array c = a.data.zeros(Shapes.size(shape));
        int rows = shape[shape.length - 2];
        int columns = shape[shape.length - 1];
        if (c.length() == rows * columns) {
            one(
                    a.home.threads,
                    Matrix.of(c, 0, rows, columns),
                    left(form, a, 0),
                    right(form, b, 0));
        } else {
            many(form, a, b, c, shape);
        }
        return c;
    }

    /// A single product is split by rows.
    private static void one(int threads, Matrix c, Matrix a, Matrix b) {
        Matrix dense = b.dense();
        Split.over(
                threads,
                c.rows(),
                (long) c.columns() * a.columns(),
                (from, to) -> c.array().addMatmul(c.rows(from, to), a.rows(from, to), dense));
    }

    /// A batch of products is split by products.
    private static void many(Form form, Tensor a, Tensor b, Array c, int[] shape) {
        int rows = shape[shape.length - 2];
        int columns = shape[shape.length - 1];
        int[] batch = Arrays.copyOf(shape, shape.length - 2);
        int count = Shapes.size(batch);
        int[] aPlaces = places(a, batch, count);
        int[] bPlaces = places(b, batch, count);
        Split.over(
                a.home.threads,
                count,
                (long) rows * columns * left(form, a, 0).columns(),
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        c.addMatmul(
                                Matrix.of(c, i * rows * columns, rows, columns),
                                left(form, a, aPlaces[i]),
                                right(form, b, bPlaces[i]).dense());
                    }
                });
    }

    private static int[] batch(Tensor x) {
        return Arrays.copyOf(x.shape, x.rank() - 2);
    }

    /// Where the matrix of each member of the batch begins.
    private static int[] places(Tensor x, int[] batch, int count) {
        int[] places = new int[count];
        int size = x.shape[x.rank() - 2] * x.shape[x.rank() - 1];
        Walk walk = new Walk(batch, Shapes.steps(batch(x), batch), new int[batch.length]);
        walk.each((at, place, _) -> {
            for (int i = 0; i < walk.run; i++) {
                places[at + i] = (place + i * walk.aStep) * size;
            }
        });
        return places;
    }

    private static Matrix left(Form form, Tensor a, int at) {
        Matrix stored = stored(a, at);
        return form == Form.ATB ? stored.transposed() : stored;
    }

    private static Matrix right(Form form, Tensor b, int at) {
        Matrix stored = stored(b, at);
        return form == Form.ABT ? stored.transposed() : stored;
    }

    private static Matrix stored(Tensor x, int at) {
        return Matrix.of(x.data, at, x.shape[x.rank() - 2], x.shape[x.rank() - 1]);
    }
}
