package org.broadsheet.methods.tensor;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import java.math.BigDecimal;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// This is exp, log and their kin on vectors of doubles, made of operations that IEEE 754 rounds
/// exactly. The Vector API has these functions, but from another library once a loop is compiled
/// than before, so that the last digits would depend on when the compiler got to it. Right to some
/// units in the last place. [FloatLanes] is the same text for floats (a test compares the two).
final class DoubleLanes {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_256;

    /// Stored bits of the significand.
    private static final int SIGNIFICAND = Double.PRECISION - 1;

    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final long SIGNIFICAND_MASK = (1L << SIGNIFICAND) - 1;

    /// 2^52: the bits of 2^52 + n are its bits plus n.
    private static final double SHIFT = 1L << SIGNIFICAND;

    /// 3/2 2^52: adding and taking away this rounds to a whole number of either sign.
    private static final double ROUND = SHIFT + SHIFT / 2;

    /// Below and above these e^x is 0 and ∞.
    private static final double LEAST =
            number((Double.MIN_EXPONENT - Double.PRECISION - 1) * Math.log(2));

    private static final double MOST = number((Double.MAX_EXPONENT + 2) * Math.log(2));

    private static final double PER_LOG2 = number(1 / Math.log(2));

    /// ln 2 as a sum of two, the first with so few digits that its product with an exponent is
    /// exact (Cody and Waite 1980). To 33 digits, of which a double has the first 16.
    private static final BigDecimal LOG2 = new BigDecimal("0.693147180559945309417232121458177");

    private static final double LOG2_HIGH =
            number(
                    Math.rint(Math.log(2) * (1L << Double.PRECISION / 2))
                            / (1L << Double.PRECISION / 2));

    private static final double LOG2_LOW =
            number(LOG2.subtract(new BigDecimal(LOG2_HIGH)).doubleValue());

    private static final double ROOT_TWO = number(Math.sqrt(2));
    private static final double HALF = number(0.5);

    /// 1/2!, 1/3!, ... as far as they matter for |r| ≤ ln 2 / 2, the last one first.
    private static final double[] FACTORIALS = factorials(Double.PRECISION / 4 + 1);

    /// 1/3, 1/5, ... as far as they matter for |s| ≤ (√2 - 1)/(√2 + 1), the last one first.
    private static final double[] NEAR_ONE = oddReciprocals(Double.PRECISION / 5);

    /// The same for |s| ≤ 1/3.
    private static final double[] UP_TO_TWO = oddReciprocals(Double.PRECISION / 3);

    private DoubleLanes() {}

    private static double number(double value) {
        return value;
    }

    private static double[] factorials(int terms) {
        double[] reversed = new double[terms - 1];
        double factorial = 1;
        for (int n = 2; n <= terms; n++) {
            factorial *= n;
            reversed[terms - n] = number(1 / factorial);
        }
        return reversed;
    }

    private static double[] oddReciprocals(int terms) {
        double[] reversed = new double[terms];
        for (int i = 0; i < terms; i++) {
            reversed[terms - 1 - i] = number(1.0 / (2 * i + 3));
        }
        return reversed;
    }

    /// e^x = 2^k (1 + q) with k = round(x / ln 2) and q = e^r - 1 of the rest r.
    static DoubleVector exp(DoubleVector x) {
        DoubleVector inside = x.max(LEAST).min(MOST);
        DoubleVector shifted = shifted(inside);
        DoubleVector q = expm1OfRest(inside, shifted);
        // In two halves, as 2^k itself may be out of range where e^x is not.
        LongVector k = shifted.reinterpretAsLongs().lanewise(LSHL, SIGNIFICAND);
        LongVector half = k.lanewise(ASHR, SIGNIFICAND + 1).lanewise(LSHL, SIGNIFICAND);
        DoubleVector first = half.add(ONE).reinterpretAsDoubles();
        DoubleVector second = k.sub(half).add(ONE).reinterpretAsDoubles();
        return first.fma(q, first).mul(second);
    }

    /// e^x - 1 = 2^k q + (2^k - 1), which keeps the digits of small x; for x from -700 to 700 (of
    /// floats -80 to 80).
    private static DoubleVector expm1(DoubleVector x) {
        DoubleVector shifted = shifted(x);
        DoubleVector q = expm1OfRest(x, shifted);
        LongVector k = shifted.reinterpretAsLongs().lanewise(LSHL, SIGNIFICAND);
        DoubleVector power = k.add(ONE).reinterpretAsDoubles();
        return power.fma(q, power.sub(1));
    }

    /// round(x / ln 2) in the last bits of a number.
    private static DoubleVector shifted(DoubleVector x) {
        return x.mul(PER_LOG2).add(ROUND);
    }

    /// q = r + r²/2! + r³/3! + ... of r = x - k ln 2.
    private static DoubleVector expm1OfRest(DoubleVector x, DoubleVector shifted) {
        DoubleVector k = shifted.sub(ROUND).neg();
        DoubleVector r = k.fma(constant(LOG2_LOW), k.fma(constant(LOG2_HIGH), x));
        DoubleVector sum = series(r, FACTORIALS);
        return sum.mul(r).fma(r, r);
    }

    /// c₀ + c₁ x + c₂ x² + ..., given the last one first.
    private static DoubleVector series(DoubleVector x, double[] reversed) {
        DoubleVector sum = constant(reversed[0]);
        for (int i = 1; i < reversed.length; i++) {
            sum = sum.fma(x, constant(reversed[i]));
        }
        return sum;
    }

    /// tanh |x| = 1 - 2 / (e^2|x| + 1) = e / (e + 2) with e = e^2|x| - 1.
    static DoubleVector tanh(DoubleVector x) {
        // From 20 on tanh is 1 to the last digit.
        DoubleVector e = expm1(x.abs().min(20).mul(2));
        DoubleVector size = e.div(e.add(2));
        return size.blend(size.neg(), x.compare(LT, 0)).blend(x, x.compare(EQ, 0));
    }

    /// 1 - e^-x for x ≥ 0.
    static DoubleVector risen(DoubleVector x) {
        // From 40 on it is 1 to the last digit.
        return expm1(x.min(40).neg()).neg();
    }

    /// log(1 + e^x) = max(x, 0) + log(1 + y) with y = e^-|x|.
    static DoubleVector softplus(DoubleVector x) {
        DoubleVector y = exp(x.abs().neg());
        return x.max(0).add(twiceArtanh(y.div(y.add(2)), UP_TO_TWO));
    }

    /// log x = k ln 2 + log m with x = 2^k m and m from 1/√2 to √2.
    static DoubleVector log(DoubleVector x) {
        VectorMask<Double> isTiny = x.compare(LT, Double.MIN_NORMAL);
        DoubleVector normal = x.blend(x.mul(SHIFT), isTiny);
        LongVector bits = normal.reinterpretAsLongs();
        LongVector exponent = bits.lanewise(LSHR, SIGNIFICAND);
        DoubleVector k =
                exponent.add(Double.doubleToRawLongBits(SHIFT))
                        .reinterpretAsDoubles()
                        .sub(SHIFT + Double.MAX_EXPONENT);
        k = k.blend(k.sub(SIGNIFICAND), isTiny);
        DoubleVector m = bits.and(SIGNIFICAND_MASK).or(ONE).reinterpretAsDoubles();
        VectorMask<Double> isLarge = m.compare(GT, ROOT_TWO);
        m = m.blend(m.mul(HALF), isLarge);
        k = k.blend(k.add(1), isLarge);
        DoubleVector logM = twiceArtanh(m.sub(1).div(m.add(1)), NEAR_ONE);
        DoubleVector log = k.fma(constant(LOG2_HIGH), k.fma(constant(LOG2_LOW), logM));
        return log.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0))
                .blend(Double.NaN, x.compare(LT, 0))
                .blend(x, x.compare(EQ, Double.POSITIVE_INFINITY))
                .blend(x, x.compare(EQ, x).not());
    }

    /// log((1 + s)/(1 - s)) = 2 (s + s³/3 + s⁵/5 + ...).
    private static DoubleVector twiceArtanh(DoubleVector s, double[] reversed) {
        DoubleVector square = s.mul(s);
        DoubleVector twice = s.add(s);
        return series(square, reversed).mul(square).fma(twice, twice);
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(S, value);
    }
}
