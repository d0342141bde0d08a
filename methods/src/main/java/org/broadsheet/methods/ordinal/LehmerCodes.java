package org.broadsheet.methods.ordinal;

/// Numbers ordinal patterns from 0 to n! - 1 by their Lehmer code: for each value of a window how
/// many later ones are smaller, as a number in the factorial base. Equal values keep their order in
/// time, which is what a stable sort does.
final class LehmerCodes {
    private LehmerCodes() {}

    /// The number of windows with each code.
    ///
    /// Windows overlap, and the value at j of the series stands first in one, second in another. So
    /// it is compared once with its k-th successor, for k from 1 to n - 1, and its count of smaller
    /// successors so far is the digit of the window in which it has k successors: n - 1 comparisons
    /// a sample instead of n (n - 1) / 2 a window, in loops that the compiler can unroll.
    static int[] count(double[] series, int order, int interval) {
        int[] codes = new int[series.length - interval * (order - 1)];
        int[] smaller = new int[series.length - interval];
        int weight = 1;
        for (int successors = 1; successors < order; successors++) {
            weight *= successors;
            countSmaller(series, successors * interval, smaller);
            addDigits(smaller, (order - 1 - successors) * interval, weight, codes);
        }
        return histogram(codes, weight * order);
    }

    private static void countSmaller(double[] series, int shift, int[] smaller) {
        for (int j = 0; j < series.length - shift; j++) {
            smaller[j] += series[j + shift] < series[j] ? 1 : 0;
        }
    }

    private static void addDigits(int[] digits, int offset, int weight, int[] codes) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] += weight * digits[i + offset];
        }
    }

    private static int[] histogram(int[] codes, int size) {
        int[] counts = new int[size];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    /// The ranks, 0 for the smallest, of a window's values in their order of time.
    static int[] ranks(int code, int order) {
        int[] ranks = new int[order];
        int rest = code;
        for (int fromEnd = 1; fromEnd <= order; fromEnd++) {
            int place = order - fromEnd;
            ranks[place] = rest % fromEnd;
            rest /= fromEnd;
            for (int later = place + 1; later < order; later++) {
                ranks[later] += ranks[later] >= ranks[place] ? 1 : 0;
            }
        }
        return ranks;
    }

    static int factorial(int order) {
        int product = 1;
        for (int factor = 2; factor <= order; factor++) {
            product *= factor;
        }
        return product;
    }
}
