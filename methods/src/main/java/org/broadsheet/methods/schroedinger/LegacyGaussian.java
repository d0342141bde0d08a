package org.broadsheet.methods.schroedinger;

/// The Gaussian numbers of numpy's `RandomState(seed)`: the Mersenne Twister MT19937 (M. Matsumoto,
/// T. Nishimura, ACM TOMACS 8, 1998) and Marsaglia's polar method. Only for a start that was
/// published with it.
final class LegacyGaussian {
    private static final int WORDS = 624;
    private static final int MIDDLE = 397;

    private final int[] words = new int[WORDS];
    private int used = WORDS;
    private double second;
    private boolean hasSecond;

    LegacyGaussian(int seed) {
        words[0] = seed;
        for (int i = 1; i < WORDS; i++) {
            words[i] = 1812433253 * (words[i - 1] ^ (words[i - 1] >>> 30)) + i;
        }
    }

    double next() {
        if (hasSecond) {
            hasSecond = false;
            return second;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square < 1 && square != 0) {
                double factor = Math.sqrt(-2 * Math.log(square) / square);
                second = factor * x;
                hasSecond = true;
                return factor * y;
            }
        }
    }

    private double uniform() {
        long high = word() >>> 5;
        long low = word() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    private int word() {
        if (used == WORDS) {
            twist();
            used = 0;
        }
        int y = words[used++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < WORDS; i++) {
            int y = (words[i] & 0x80000000) | (words[(i + 1) % WORDS] & 0x7fffffff);
            int odd = (y & 1) == 0 ? 0 : 0x9908b0df;
            words[i] = words[(i + MIDDLE) % WORDS] ^ (y >>> 1) ^ odd;
        }
    }
}
