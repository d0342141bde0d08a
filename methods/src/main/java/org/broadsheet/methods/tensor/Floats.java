package org.broadsheet.methods.tensor;

import java.util.Arrays;

/// This is a row of floats with its loops in plain Java. It is the text of [Doubles] for floats (a
/// test compares the two).
class Floats extends Array {
    private static final int TILE = 16;
    final float[] v;

    Floats(int n) {
        v = new float[n];
    }

    static float[] of(Array x) {
        return ((Floats) x).v;
    }

    @Override
    int length() {
        return v.length;
    }

    @Override
    Array zeros(int n) {
        return new Floats(n);
    }

    @Override
    double get(int at) {
        return v[at];
    }

    @Override
    void set(int at, double value) {
        v[at] = (float) value;
    }

    @Override
    void fill(int to, double value, int n) {
        Arrays.fill(v, to, to + n, (float) value);
    }

    @Override
    void copy(int to, Array x, int xAt, int step, int n) {
        float[] a = of(x);
        if (step == 1) {
            System.arraycopy(a, xAt, v, to, n);
        } else {
            for (int i = 0; i < n; i++) {
                v[to + i] = a[xAt + i * step];
            }
        }
    }

    @Override
    void addSpread(int to, int step, Array x, int xAt, int n) {
        float[] a = of(x);
        for (int i = 0; i < n; i++) {
            v[to + i * step] += a[xAt + i];
        }
    }

    @Override
    void transpose(int to, Array x, int xAt, int xStep, int rows, int columns) {
        float[] a = of(x);
        for (int row = 0; row < rows; row += TILE) {
            for (int column = 0; column < columns; column += TILE) {
                int rowEnd = Math.min(row + TILE, rows);
                int columnEnd = Math.min(column + TILE, columns);
                for (int j = column; j < columnEnd; j++) {
                    for (int i = row; i < rowEnd; i++) {
                        v[to + j * rows + i] = a[xAt + i * xStep + j];
                    }
                }
            }
        }
    }

    @Override
    void affine(int to, Array x, int xAt, double scale, double shift, int n) {
        float[] a = of(x);
        float s = (float) scale;
        float t = (float) shift;
        for (int i = 0; i < n; i++) {
            v[to + i] = a[xAt + i] * s + t;
        }
    }

    @Override
    void addScaled(int to, double scale, Array x, int xAt, int n) {
        float[] a = of(x);
        float s = (float) scale;
        for (int i = 0; i < n; i++) {
            v[to + i] += s * a[xAt + i];
        }
    }

    @Override
    void addProduct(int to, Array x, int xAt, Array y, int yAt, int n) {
        float[] a = of(x);
        float[] b = of(y);
        for (int i = 0; i < n; i++) {
            v[to + i] += a[xAt + i] * b[yAt + i];
        }
    }

    @Override
    void power(int to, Array x, int xAt, double exponent, int n) {
        float[] a = of(x);
        for (int i = 0; i < n; i++) {
            v[to + i] = (float) Math.pow(a[xAt + i], exponent);
        }
    }

    @Override
    void zip(Binary f, int to, Array x, int xAt, Array y, int yAt, int n) {
        float[] a = of(x);
        float[] b = of(y);
        switch (f) {
            case ADD -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = a[xAt + i] + b[yAt + i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = a[xAt + i] - b[yAt + i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = a[xAt + i] * b[yAt + i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = a[xAt + i] / b[yAt + i];
                }
            }
            case MIN -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = Math.min(a[xAt + i], b[yAt + i]);
                }
            }
            case MAX -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = Math.max(a[xAt + i], b[yAt + i]);
                }
            }
            case GREATER -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = a[xAt + i] > b[yAt + i] ? 1 : 0;
                }
            }
            case EQUAL -> {
                for (int i = 0; i < n; i++) {
                    v[to + i] = a[xAt + i] == b[yAt + i] ? 1 : 0;
                }
            }
        }
    }

    @Override
    void choose(Array condition, Array x, Array y, int at, int n) {
        float[] c = of(condition);
        float[] a = of(x);
        float[] b = of(y);
        for (int i = at; i < at + n; i++) {
            v[i] = c[i] != 0 ? a[i] : b[i];
        }
    }

    @Override
    void map(Unary f, int to, Array x, int xAt, int n) {
        float[] a = of(x);
        for (int i = 0; i < n; i++) {
            v[to + i] = (float) f.value(a[xAt + i]);
        }
    }

    @Override
    void slope(Unary f, Array x, Array y, int at, int n) {
        float[] a = of(x);
        float[] b = of(y);
        for (int i = at; i < at + n; i++) {
            v[i] = (float) f.slope(a[i], b[i]);
        }
    }

    @Override
    double sum(int at, int n) {
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            sum += v[i];
        }
        return sum;
    }

    @Override
    double max(int at, int n) {
        double max = v[at];
        for (int i = at + 1; i < at + n; i++) {
            max = Math.max(max, v[i]);
        }
        return max;
    }

    @Override
    double dot(int at, Array x, int xAt, int n) {
        float[] a = of(x);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += v[at + i] * a[xAt + i];
        }
        return sum;
    }

    @Override
    void addMatmul(Matrix c, Matrix a, Matrix b) {
        float[] left = of(a.array());
        float[] right = of(b.array());
        float[] sums = new float[c.columns()];
        for (int block = 0; block < b.rows(); block += DEPTH) {
            int end = Math.min(block + DEPTH, b.rows());
            for (int i = 0; i < c.rows(); i++) {
                Arrays.fill(sums, 0);
                for (int k = block; k < end; k++) {
                    float s = left[a.at() + i * a.rowStep() + k * a.columnStep()];
                    int row = b.at() + k * b.rowStep();
                    for (int j = 0; j < sums.length; j++) {
                        sums[j] = Math.fma(s, right[row + j], sums[j]);
                    }
                }
                int row = c.at() + i * c.rowStep();
                for (int j = 0; j < sums.length; j++) {
                    v[row + j] += sums[j];
                }
            }
        }
    }

    @Override
    void adam(Adam.Step step, Array gradient, Array mean, Array square) {
        float[] g = of(gradient);
        float[] m = of(mean);
        float[] s = of(square);
        float keepMean = (float) step.beta1();
        float newMean = (float) step.newMean();
        float keepSquare = (float) step.beta2();
        float newSquare = (float) step.newSquare();
        float shrink = (float) step.shrink();
        float rate = (float) step.rate();
        float root = (float) step.rootScale();
        float epsilon = (float) step.epsilon();
        for (int i = 0; i < v.length; i++) {
            m[i] = keepMean * m[i] + newMean * g[i];
            s[i] = keepSquare * s[i] + newSquare * g[i] * g[i];
            float deviation = (float) Math.sqrt(s[i]);
            v[i] = shrink * v[i] - rate * m[i] / (root * deviation + epsilon);
        }
    }
}
