package org.broadsheet.methods.tensor;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import java.math.BigDecimal;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// This is exp, log and their kin on vectors of floats, made of operations that IEEE 754 rounds
/// exactly. The Vector API has these functions, but from another library once a loop is compiled
/// than before, so that the last digits would depend on when the compiler got to it. Right to some
/// units in the last place. This is the text of [DoubleLanes] for floats (a test compares the two).
final class FloatLanes {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;

    /// Stored bits of the significand.
    private static final int SIGNIFICAND = Float.PRECISION - 1;

    private static final int ONE = Float.floatToRawIntBits(1);
    private static final int SIGNIFICAND_MASK = (1 << SIGNIFICAND) - 1;

    /// 2^23: the bits of 2^23 + n are its bits plus n.
    private static final float SHIFT = 1 << SIGNIFICAND;

    /// 3/2 2^23: adding and taking away this rounds to a whole number of either sign.
    private static final float ROUND = SHIFT + SHIFT / 2;

    /// Below and above these e^x is 0 and ∞.
    private static final float LEAST =
            number((Float.MIN_EXPONENT - Float.PRECISION - 1) * Math.log(2));

    private static final float MOST = number((Float.MAX_EXPONENT + 2) * Math.log(2));

    private static final float PER_LOG2 = number(1 / Math.log(2));

    /// ln 2 as a sum of two, the first with so few digits that its product with an exponent is
    /// exact (Cody and Waite 1980). To 33 digits, of which a double has the first 16.
    private static final BigDecimal LOG2 = new BigDecimal("0.693147180559945309417232121458177");

    private static final float LOG2_HIGH =
            number(
                    Math.rint(Math.log(2) * (1 << Float.PRECISION / 2))
                            / (1 << Float.PRECISION / 2));

    private static final float LOG2_LOW =
            number(LOG2.subtract(new BigDecimal(LOG2_HIGH)).doubleValue());

    private static final float ROOT_TWO = number(Math.sqrt(2));
    private static final float HALF = number(0.5);

    /// 1/2!, 1/3!, ... as far as they matter for |r| ≤ ln 2 / 2, the last one first.
    private static final float[] FACTORIALS = factorials(Float.PRECISION / 4 + 1);

    /// 1/3, 1/5, ... as far as they matter for |s| ≤ (√2 - 1)/(√2 + 1), the last one first.
    private static final float[] NEAR_ONE = oddReciprocals(Float.PRECISION / 5);

    /// The same for |s| ≤ 1/3.
    private static final float[] UP_TO_TWO = oddReciprocals(Float.PRECISION / 3);

    private FloatLanes() {}

    private static float number(double value) {
        return (float) value;
    }

    private static float[] factorials(int terms) {
        float[] reversed = new float[terms - 1];
        double factorial = 1;
        for (int n = 2; n <= terms; n++) {
            factorial *= n;
            reversed[terms - n] = number(1 / factorial);
        }
        return reversed;
    }

    private static float[] oddReciprocals(int terms) {
        float[] reversed = new float[terms];
        for (int i = 0; i < terms; i++) {
            reversed[terms - 1 - i] = number(1.0 / (2 * i + 3));
        }
        return reversed;
    }

    /// e^x = 2^k (1 + q) with k = round(x / ln 2) and q = e^r - 1 of the rest r.
    static FloatVector exp(FloatVector x) {
        FloatVector inside = x.max(LEAST).min(MOST);
        FloatVector shifted = shifted(inside);
        FloatVector q = expm1OfRest(inside, shifted);
        // In two halves, as 2^k itself may be out of range where e^x is not.
        IntVector k = shifted.reinterpretAsInts().lanewise(LSHL, SIGNIFICAND);
        IntVector half = k.lanewise(ASHR, SIGNIFICAND + 1).lanewise(LSHL, SIGNIFICAND);
        FloatVector first = half.add(ONE).reinterpretAsFloats();
        FloatVector second = k.sub(half).add(ONE).reinterpretAsFloats();
        return first.fma(q, first).mul(second);
    }

    /// e^x - 1 = 2^k q + (2^k - 1), which keeps the digits of small x; for x from -700 to 700 (of
    /// floats -80 to 80).
    private static FloatVector expm1(FloatVector x) {
        FloatVector shifted = shifted(x);
        FloatVector q = expm1OfRest(x, shifted);
        IntVector k = shifted.reinterpretAsInts().lanewise(LSHL, SIGNIFICAND);
        FloatVector power = k.add(ONE).reinterpretAsFloats();
        return power.fma(q, power.sub(1));
    }

    /// round(x / ln 2) in the last bits of a number.
    private static FloatVector shifted(FloatVector x) {
        return x.mul(PER_LOG2).add(ROUND);
    }

    /// q = r + r²/2! + r³/3! + ... of r = x - k ln 2.
    private static FloatVector expm1OfRest(FloatVector x, FloatVector shifted) {
        FloatVector k = shifted.sub(ROUND).neg();
        FloatVector r = k.fma(constant(LOG2_LOW), k.fma(constant(LOG2_HIGH), x));
        FloatVector sum = series(r, FACTORIALS);
        return sum.mul(r).fma(r, r);
    }

    /// c₀ + c₁ x + c₂ x² + ..., given the last one first.
    private static FloatVector series(FloatVector x, float[] reversed) {
        FloatVector sum = constant(reversed[0]);
        for (int i = 1; i < reversed.length; i++) {
            sum = sum.fma(x, constant(reversed[i]));
        }
        return sum;
    }

    /// tanh |x| = 1 - 2 / (e^2|x| + 1) = e / (e + 2) with e = e^2|x| - 1.
    static FloatVector tanh(FloatVector x) {
        // From 20 on tanh is 1 to the last digit.
        FloatVector e = expm1(x.abs().min(20).mul(2));
        FloatVector size = e.div(e.add(2));
        return size.blend(size.neg(), x.compare(LT, 0)).blend(x, x.compare(EQ, 0));
    }

    /// 1 - e^-x for x ≥ 0.
    static FloatVector risen(FloatVector x) {
        // From 40 on it is 1 to the last digit.
        return expm1(x.min(40).neg()).neg();
    }

    /// log(1 + e^x) = max(x, 0) + log(1 + y) with y = e^-|x|.
    static FloatVector softplus(FloatVector x) {
        FloatVector y = exp(x.abs().neg());
        return x.max(0).add(twiceArtanh(y.div(y.add(2)), UP_TO_TWO));
    }

    /// log x = k ln 2 + log m with x = 2^k m and m from 1/√2 to √2.
    static FloatVector log(FloatVector x) {
        VectorMask<Float> isTiny = x.compare(LT, Float.MIN_NORMAL);
        FloatVector normal = x.blend(x.mul(SHIFT), isTiny);
        IntVector bits = normal.reinterpretAsInts();
        IntVector exponent = bits.lanewise(LSHR, SIGNIFICAND);
        FloatVector k =
                exponent.add(Float.floatToRawIntBits(SHIFT))
                        .reinterpretAsFloats()
                        .sub(SHIFT + Float.MAX_EXPONENT);
        k = k.blend(k.sub(SIGNIFICAND), isTiny);
        FloatVector m = bits.and(SIGNIFICAND_MASK).or(ONE).reinterpretAsFloats();
        VectorMask<Float> isLarge = m.compare(GT, ROOT_TWO);
        m = m.blend(m.mul(HALF), isLarge);
        k = k.blend(k.add(1), isLarge);
        FloatVector logM = twiceArtanh(m.sub(1).div(m.add(1)), NEAR_ONE);
        FloatVector log = k.fma(constant(LOG2_HIGH), k.fma(constant(LOG2_LOW), logM));
        return log.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0))
                .blend(Float.NaN, x.compare(LT, 0))
                .blend(x, x.compare(EQ, Float.POSITIVE_INFINITY))
                .blend(x, x.compare(EQ, x).not());
    }

    /// log((1 + s)/(1 - s)) = 2 (s + s³/3 + s⁵/5 + ...).
    private static FloatVector twiceArtanh(FloatVector s, float[] reversed) {
        FloatVector square = s.mul(s);
        FloatVector twice = s.add(s);
        return series(square, reversed).mul(square).fma(twice, twice);
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(S, value);
    }
}
