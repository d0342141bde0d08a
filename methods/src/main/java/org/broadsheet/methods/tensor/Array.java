package org.broadsheet.methods.tensor;

/// This is a row of numbers of one type, and the loops over it. Everything that knows of shapes is
/// written once, above it, and calls these loops on contiguous runs; everything that knows the
/// number type, or the processor, is below it: [Doubles] and [Floats] in plain Java, and
/// [VectorDoubles] and [VectorFloats], which replace the loops that the compiler does not turn into
/// vector instructions by itself.
///
/// `this` is always what is written, from place `to` on. `n` is the number of elements. Scalars
/// come as `double`. All arrays of one call have the same type.
abstract class Array {
    abstract int length();

    /// A new array of `n` zeros of the same type and kernels.
    abstract Array zeros(int n);

    abstract double get(int at);

    abstract void set(int at, double value);

    abstract void fill(int to, double value, int n);

    /// this = x, of which every `step`-th element is taken (0 repeats one).
    abstract void copy(int to, Array x, int xAt, int step, int n);

    /// this, of which every `step`-th element is written, += x.
    abstract void addSpread(int to, int step, Array x, int xAt, int n);

    /// this = the (columns, rows) transpose of x, whose rows lie `xStep` apart.
    abstract void transpose(int to, Array x, int xAt, int xStep, int rows, int columns);

    /// this = scale x + shift.
    abstract void affine(int to, Array x, int xAt, double scale, double shift, int n);

    /// this += scale x.
    abstract void addScaled(int to, double scale, Array x, int xAt, int n);

    /// this += x y.
    abstract void addProduct(int to, Array x, int xAt, Array y, int yAt, int n);

    /// this = x^exponent.
    abstract void power(int to, Array x, int xAt, double exponent, int n);

    /// this = f(x, y).
    abstract void zip(Binary f, int to, Array x, int xAt, Array y, int yAt, int n);

    /// this = x where the condition is not 0, else y; all at the same place.
    abstract void choose(Array condition, Array x, Array y, int at, int n);

    /// this = f(x).
    abstract void map(Unary f, int to, Array x, int xAt, int n);

    /// this = f'(x), given y = f(x); all at the same place.
    abstract void slope(Unary f, Array x, Array y, int at, int n);

    abstract double sum(int at, int n);

    /// The largest of n > 0 elements; NaN if one is.
    abstract double max(int at, int n);

    /// The sum of this times x.
    abstract double dot(int at, Array x, int xAt, int n);

    /// c += a b. `c` is a view of this array; `b` and `c` have columns side by side. An element of
    /// c is summed in order of the inner index, by fused multiply-adds in blocks of [#DEPTH],
    /// whatever its place: so neither tiles nor threads nor lanes change a digit.
    abstract void addMatmul(Matrix c, Matrix a, Matrix b);

    /// One step of Adam on these parameters.
    abstract void adam(Adam.Step step, Array gradient, Array mean, Array square);

    /// Inner indices that a matrix product sums before it adds them to the result.
    static final int DEPTH = 256;
}
