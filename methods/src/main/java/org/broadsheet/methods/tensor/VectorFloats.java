package org.broadsheet.methods.tensor;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.NEG;
import static jdk.incubator.vector.VectorOperators.SQRT;

import java.util.EnumSet;
import java.util.Set;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// This is a row of floats whose costly loops run on 256-bit vectors: matrix products, functions
/// and sums. It is the text of [VectorDoubles] for floats (a test compares the two).
final class VectorFloats extends Floats {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final int LANES = S.length();

    /// Columns of a tile.
    private static final int WIDTH = 2 * LANES;

    /// From so many rows on, copying columns costs less than it saves.
    private static final int PACKED_ROWS = 32;

    /// Elements that the lanes sum before they are added to the total.
    private static final int BLOCK = 1024;

    /// Functions that are too seldom for lanes of their own.
    private static final Set<Unary> PLAIN = EnumSet.of(Unary.SIN, Unary.COS, Unary.GELU);

    VectorFloats(int n) {
        super(n);
    }

    /// True if this processor has such vectors.
    static boolean fits() {
        return FloatVector.SPECIES_PREFERRED.length() >= LANES;
    }

    @Override
    Array zeros(int n) {
        return new VectorFloats(n);
    }

    @Override
    void map(Unary f, int to, Array x, int xAt, int n) {
        if (PLAIN.contains(f)) {
            super.map(f, to, x, xAt, n);
            return;
        }
        float[] a = of(x);
        int whole = S.loopBound(n);
        values(f, v, to, a, xAt, whole);
        if (whole < n) {
            // The rest goes through lanes too, so that an element's digits are the same anywhere.
            float[] rest = new float[LANES];
            System.arraycopy(a, xAt + whole, rest, 0, n - whole);
            values(f, rest, 0, rest, 0, LANES);
            System.arraycopy(rest, 0, v, to + whole, n - whole);
        }
    }

    private static void values(Unary f, float[] z, int to, float[] x, int at, int n) {
        switch (f) {
            case NEGATE -> {
                for (int i = 0; i < n; i += LANES) {
                    load(x, at + i).lanewise(NEG).intoArray(z, to + i);
                }
            }
            case EXP -> {
                for (int i = 0; i < n; i += LANES) {
                    FloatLanes.exp(load(x, at + i)).intoArray(z, to + i);
                }
            }
            case LOG -> {
                for (int i = 0; i < n; i += LANES) {
                    FloatLanes.log(load(x, at + i)).intoArray(z, to + i);
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i += LANES) {
                    FloatLanes.tanh(load(x, at + i)).intoArray(z, to + i);
                }
            }
            case SIGMOID -> {
                FloatVector one = FloatVector.broadcast(S, 1);
                for (int i = 0; i < n; i += LANES) {
                    one.div(FloatLanes.exp(load(x, at + i).neg()).add(one)).intoArray(z, to + i);
                }
            }
            case SOFTPLUS -> {
                for (int i = 0; i < n; i += LANES) {
                    FloatLanes.softplus(load(x, at + i)).intoArray(z, to + i);
                }
            }
            case RELU -> {
                for (int i = 0; i < n; i += LANES) {
                    load(x, at + i).max(0).intoArray(z, to + i);
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i += LANES) {
                    load(x, at + i).lanewise(SQRT).intoArray(z, to + i);
                }
            }
            case SQUARE -> {
                for (int i = 0; i < n; i += LANES) {
                    FloatVector a = load(x, at + i);
                    a.mul(a).intoArray(z, to + i);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i += LANES) {
                    load(x, at + i).lanewise(ABS).intoArray(z, to + i);
                }
            }
            case SIN, COS, GELU -> throw new AssertionError("the plain kernels do it");
        }
    }

    @Override
    void slope(Unary f, Array x, Array y, int at, int n) {
        if (PLAIN.contains(f)) {
            super.slope(f, x, y, at, n);
            return;
        }
        float[] a = of(x);
        float[] b = of(y);
        int whole = S.loopBound(n);
        slopes(f, v, a, b, at, whole);
        if (whole < n) {
            float[] restOfX = new float[LANES];
            float[] restOfY = new float[LANES];
            System.arraycopy(a, at + whole, restOfX, 0, n - whole);
            System.arraycopy(b, at + whole, restOfY, 0, n - whole);
            slopes(f, restOfX, restOfX, restOfY, 0, LANES);
            System.arraycopy(restOfX, 0, v, at + whole, n - whole);
        }
    }

    private static void slopes(Unary f, float[] z, float[] x, float[] y, int at, int n) {
        FloatVector one = FloatVector.broadcast(S, 1);
        FloatVector zero = FloatVector.zero(S);
        int end = at + n;
        switch (f) {
            case NEGATE -> {
                for (int i = at; i < end; i += LANES) {
                    one.neg().intoArray(z, i);
                }
            }
            case EXP -> {
                for (int i = at; i < end; i += LANES) {
                    load(y, i).intoArray(z, i);
                }
            }
            case LOG -> {
                for (int i = at; i < end; i += LANES) {
                    one.div(load(x, i)).intoArray(z, i);
                }
            }
            case TANH -> {
                for (int i = at; i < end; i += LANES) {
                    FloatVector b = load(y, i);
                    one.sub(b.mul(b)).intoArray(z, i);
                }
            }
            case SIGMOID -> {
                for (int i = at; i < end; i += LANES) {
                    FloatVector b = load(y, i);
                    b.mul(one.sub(b)).intoArray(z, i);
                }
            }
            case SOFTPLUS -> {
                for (int i = at; i < end; i += LANES) {
                    FloatLanes.risen(load(y, i)).intoArray(z, i);
                }
            }
            case RELU -> {
                for (int i = at; i < end; i += LANES) {
                    zero.blend(1, load(x, i).compare(GT, 0)).intoArray(z, i);
                }
            }
            case SQRT -> {
                for (int i = at; i < end; i += LANES) {
                    one.div(load(y, i).mul(2)).intoArray(z, i);
                }
            }
            case SQUARE -> {
                for (int i = at; i < end; i += LANES) {
                    load(x, i).mul(2).intoArray(z, i);
                }
            }
            case ABS -> {
                for (int i = at; i < end; i += LANES) {
                    FloatVector a = load(x, i);
                    FloatVector above = zero.blend(1, a.compare(GT, 0));
                    above.blend(-1, zero.compare(GT, a)).intoArray(z, i);
                }
            }
            case SIN, COS, GELU -> throw new AssertionError("the plain kernels do it");
        }
    }

    @Override
    double sum(int at, int n) {
        double total = 0;
        for (int block = 0; block < n; block += BLOCK) {
            total += sumOfBlock(at + block, Math.min(BLOCK, n - block));
        }
        return total;
    }

    private double sumOfBlock(int at, int n) {
        FloatVector sums = FloatVector.zero(S);
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            sums = sums.add(load(v, at + i));
        }
        double total = inOrder(sums);
        for (; i < n; i++) {
            total += v[at + i];
        }
        return total;
    }

    @Override
    double dot(int at, Array x, int xAt, int n) {
        double total = 0;
        for (int block = 0; block < n; block += BLOCK) {
            total += dotOfBlock(at + block, of(x), xAt + block, Math.min(BLOCK, n - block));
        }
        return total;
    }

    private double dotOfBlock(int at, float[] x, int xAt, int n) {
        FloatVector sums = FloatVector.zero(S);
        int i = 0;
        for (; i < S.loopBound(n); i += LANES) {
            sums = load(v, at + i).fma(load(x, xAt + i), sums);
        }
        double total = inOrder(sums);
        for (; i < n; i++) {
            total += v[at + i] * x[xAt + i];
        }
        return total;
    }

    /// The lanes' sum, first to last: the order of `reduceLanes` is not promised.
    private static double inOrder(FloatVector lanes) {
        double sum = 0;
        for (int i = 0; i < LANES; i++) {
            sum += lanes.lane(i);
        }
        return sum;
    }

    @Override
    double max(int at, int n) {
        int whole = S.loopBound(n);
        if (whole == 0) {
            return super.max(at, n);
        }
        FloatVector max = load(v, at);
        for (int i = LANES; i < whole; i += LANES) {
            max = max.max(load(v, at + i));
        }
        double most = max.reduceLanes(MAX);
        return whole == n ? most : Math.max(most, super.max(at + whole, n - whole));
    }

    /// Tiles of 4 rows by 2 vectors stay in registers while they sum over the inner index; one row
    /// or one masked vector does the edges. The columns of b that a tile needs are first laid side
    /// by side if many tiles need them: rows far apart would fall into the same places of the
    /// cache.
    @Override
    void addMatmul(Matrix c, Matrix a, Matrix b) {
        int wide = c.columns() - c.columns() % WIDTH;
        boolean isPacked = c.rows() >= PACKED_ROWS && b.rowStep() > WIDTH;
        VectorFloats packed = new VectorFloats(isPacked ? Math.min(DEPTH, b.rows()) * WIDTH : 0);
        for (int block = 0; block < b.rows(); block += DEPTH) {
            int depth = Math.min(DEPTH, b.rows() - block);
            Matrix left = a.part(0, block, c.rows(), depth);
            for (int j = 0; j < wide; j += WIDTH) {
                Matrix right = b.part(block, j, depth, WIDTH);
                tiles(c.part(0, j, c.rows(), WIDTH), left, isPacked ? packed.pack(right) : right);
            }
            for (int j = wide; j < c.columns(); j += LANES) {
                int columns = Math.min(LANES, c.columns() - j);
                edges(c.part(0, j, c.rows(), columns), left, b.part(block, j, depth, columns));
            }
        }
    }

    private Matrix pack(Matrix b) {
        float[] x = of(b.array());
        for (int k = 0; k < b.rows(); k++) {
            int at = b.at() + k * b.rowStep();
            load(x, at).intoArray(v, k * WIDTH);
            load(x, at + LANES).intoArray(v, k * WIDTH + LANES);
        }
        return Matrix.of(this, 0, b.rows(), WIDTH);
    }

    /// c += a b, c having as many columns as a tile.
    private void tiles(Matrix c, Matrix a, Matrix b) {
        int i = 0;
        for (; i + 4 <= c.rows(); i += 4) {
            tile4(c.at() + i * c.rowStep(), c.rowStep(), a, a.at() + i * a.rowStep(), b);
        }
        for (; i < c.rows(); i++) {
            tile1(c.at() + i * c.rowStep(), a, a.at() + i * a.rowStep(), b);
        }
    }

    /// c += a b, c having at most as many columns as a vector.
    private void edges(Matrix c, Matrix a, Matrix b) {
        VectorMask<Float> inside = S.indexInRange(0, c.columns());
        int i = 0;
        for (; i + 4 <= c.rows(); i += 4) {
            int cAt = c.at() + i * c.rowStep();
            edge4(inside, cAt, c.rowStep(), a, a.at() + i * a.rowStep(), b);
        }
        for (; i < c.rows(); i++) {
            edge1(inside, c.at() + i * c.rowStep(), a, a.at() + i * a.rowStep(), b);
        }
    }

    private void tile4(int cAt, int cStep, Matrix a, int aAt, Matrix b) {
        float[] x = of(a.array());
        float[] y = of(b.array());
        int row = a.rowStep();
        int aStep = a.columnStep();
        int bStep = b.rowStep();
        int bAt = b.at();
        int depth = b.rows();
        FloatVector s00 = FloatVector.zero(S);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int k = 0; k < depth; k++) {
            FloatVector b0 = load(y, bAt);
            FloatVector b1 = load(y, bAt + LANES);
            FloatVector a0 = FloatVector.broadcast(S, x[aAt]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            FloatVector a1 = FloatVector.broadcast(S, x[aAt + row]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            FloatVector a2 = FloatVector.broadcast(S, x[aAt + 2 * row]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            FloatVector a3 = FloatVector.broadcast(S, x[aAt + 3 * row]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
            aAt += aStep;
            bAt += bStep;
        }
        add(s00, cAt);
        add(s01, cAt + LANES);
        add(s10, cAt + cStep);
        add(s11, cAt + cStep + LANES);
        add(s20, cAt + 2 * cStep);
        add(s21, cAt + 2 * cStep + LANES);
        add(s30, cAt + 3 * cStep);
        add(s31, cAt + 3 * cStep + LANES);
    }

    private void tile1(int cAt, Matrix a, int aAt, Matrix b) {
        float[] x = of(a.array());
        float[] y = of(b.array());
        int bAt = b.at();
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = s0;
        for (int k = 0; k < b.rows(); k++) {
            FloatVector a0 = FloatVector.broadcast(S, x[aAt]);
            s0 = a0.fma(load(y, bAt), s0);
            s1 = a0.fma(load(y, bAt + LANES), s1);
            aAt += a.columnStep();
            bAt += b.rowStep();
        }
        add(s0, cAt);
        add(s1, cAt + LANES);
    }

    private void edge4(VectorMask<Float> inside, int cAt, int cStep, Matrix a, int aAt, Matrix b) {
        float[] x = of(a.array());
        float[] y = of(b.array());
        int row = a.rowStep();
        int bAt = b.at();
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int k = 0; k < b.rows(); k++) {
            FloatVector b0 = FloatVector.fromArray(S, y, bAt, inside);
            s0 = FloatVector.broadcast(S, x[aAt]).fma(b0, s0);
            s1 = FloatVector.broadcast(S, x[aAt + row]).fma(b0, s1);
            s2 = FloatVector.broadcast(S, x[aAt + 2 * row]).fma(b0, s2);
            s3 = FloatVector.broadcast(S, x[aAt + 3 * row]).fma(b0, s3);
            aAt += a.columnStep();
            bAt += b.rowStep();
        }
        add(s0, cAt, inside);
        add(s1, cAt + cStep, inside);
        add(s2, cAt + 2 * cStep, inside);
        add(s3, cAt + 3 * cStep, inside);
    }

    private void edge1(VectorMask<Float> inside, int cAt, Matrix a, int aAt, Matrix b) {
        float[] x = of(a.array());
        float[] y = of(b.array());
        int bAt = b.at();
        FloatVector s0 = FloatVector.zero(S);
        for (int k = 0; k < b.rows(); k++) {
            FloatVector b0 = FloatVector.fromArray(S, y, bAt, inside);
            s0 = FloatVector.broadcast(S, x[aAt]).fma(b0, s0);
            aAt += a.columnStep();
            bAt += b.rowStep();
        }
        add(s0, cAt, inside);
    }

    private void add(FloatVector sums, int at) {
        load(v, at).add(sums).intoArray(v, at);
    }

    private void add(FloatVector sums, int at, VectorMask<Float> inside) {
        FloatVector.fromArray(S, v, at, inside).add(sums).intoArray(v, at, inside);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(S, x, at);
    }
}
