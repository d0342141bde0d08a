package org.broadsheet.methods.tensor;

import java.util.Arrays;

/// This is a row of doubles with its loops in plain Java. [Floats] is the same text for floats (a
/// test compares the two).
class Doubles extends Array {
    private static final int TILE = 16;
    final double[] v;

    Doubles(int n) {
        v = new double[n];
    }

    static double[] of(Array x) {
        return ((Doubles) x).v;
    }

    @Override
    int length() {
        return v.length;
    }

    @Override
    Array zeros(int n) {
        return new Doubles(n);
    }

    @Override
    double get(int at) {
        return v[at];
    }

    @Override
    void set(int at, double value) {
        v[at] = value;
    }

    @Override
    void fill(int to, double value, int n) {
        Arrays.fill(v, to, to + n, value);
    }

    @Override
    void copy(int to, Array x, int xAt, int step, int n) {
        double[] a = of(x);
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
        double[] a = of(x);
        for (int i = 0; i < n; i++) {
            v[to + i * step] += a[xAt + i];
        }
    }

    @Override
    void transpose(int to, Array x, int xAt, int xStep, int rows, int columns) {
        double[] a = of(x);
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
        double[] a = of(x);
        double s = scale;
        double t = shift;
        for (int i = 0; i < n; i++) {
            v[to + i] = a[xAt + i] * s + t;
        }
    }

    @Override
    void addScaled(int to, double scale, Array x, int xAt, int n) {
        double[] a = of(x);
        double s = scale;
        for (int i = 0; i < n; i++) {
            v[to + i] += s * a[xAt + i];
        }
    }

    @Override
    void addProduct(int to, Array x, int xAt, Array y, int yAt, int n) {
        double[] a = of(x);
        double[] b = of(y);
        for (int i = 0; i < n; i++) {
            v[to + i] += a[xAt + i] * b[yAt + i];
        }
    }

    @Override
    void power(int to, Array x, int xAt, double exponent, int n) {
        double[] a = of(x);
        for (int i = 0; i < n; i++) {
            v[to + i] = Math.pow(a[xAt + i], exponent);
        }
    }

    @Override
    void zip(Binary f, int to, Array x, int xAt, Array y, int yAt, int n) {
        double[] a = of(x);
        double[] b = of(y);
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
        double[] c = of(condition);
        double[] a = of(x);
        double[] b = of(y);
        for (int i = at; i < at + n; i++) {
            v[i] = c[i] != 0 ? a[i] : b[i];
        }
    }

    @Override
    void map(Unary f, int to, Array x, int xAt, int n) {
        double[] a = of(x);
        for (int i = 0; i < n; i++) {
            v[to + i] = f.value(a[xAt + i]);
        }
    }

    @Override
    void slope(Unary f, Array x, Array y, int at, int n) {
        double[] a = of(x);
        double[] b = of(y);
        for (int i = at; i < at + n; i++) {
            v[i] = f.slope(a[i], b[i]);
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
        double[] a = of(x);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += v[at + i] * a[xAt + i];
        }
        return sum;
    }

    @Override
    void addMatmul(Matrix c, Matrix a, Matrix b) {
        double[] left = of(a.array());
        double[] right = of(b.array());
        double[] sums = new double[c.columns()];
        for (int block = 0; block < b.rows(); block += DEPTH) {
            int end = Math.min(block + DEPTH, b.rows());
            for (int i = 0; i < c.rows(); i++) {
                Arrays.fill(sums, 0);
                for (int k = block; k < end; k++) {
                    double s = left[a.at() + i * a.rowStep() + k * a.columnStep()];
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
        double[] g = of(gradient);
        double[] m = of(mean);
        double[] s = of(square);
        double keepMean = step.beta1();
        double newMean = step.newMean();
        double keepSquare = step.beta2();
        double newSquare = step.newSquare();
        double shrink = step.shrink();
        double rate = step.rate();
        double root = step.rootScale();
        double epsilon = step.epsilon();
        for (int i = 0; i < v.length; i++) {
            m[i] = keepMean * m[i] + newMean * g[i];
            s[i] = keepSquare * s[i] + newSquare * g[i] * g[i];
            double deviation = Math.sqrt(s[i]);
            v[i] = shrink * v[i] - rate * m[i] / (root * deviation + epsilon);
        }
    }
}
