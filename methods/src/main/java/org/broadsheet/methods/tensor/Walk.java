package org.broadsheet.methods.tensor;

/// This is a walk over all elements of a shape in runs, together with two arrays that lie over it
/// with steps of their own. Axes that both cross evenly are joined, so runs are as long as can be.
final class Walk {
    /// Elements of a run.
    final int run;

    /// How far neighbours of a run stand apart in the two arrays.
    final int aStep;

    final int bStep;
    private final int axes;
    private final int[] lengths;
    private final int[] aSteps;
    private final int[] bSteps;

    /// A run, starting at the given places of the walked shape and of the two arrays.
    interface Run {
        void at(int place, int a, int b);
    }

    Walk(int[] shape, int[] a, int[] b) {
        lengths = new int[shape.length + 1];
        aSteps = new int[shape.length + 1];
        bSteps = new int[shape.length + 1];
        // From the last axis on: entry 0 is the run.
        int last = -1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] == 1) {
                continue;
            }
            if (last >= 0
                    && a[i] == aSteps[last] * lengths[last]
                    && b[i] == bSteps[last] * lengths[last]) {
                lengths[last] *= shape[i];
            } else {
                last++;
                lengths[last] = shape[i];
                aSteps[last] = a[i];
                bSteps[last] = b[i];
            }
        }
        axes = Math.max(last, 0);
        run = last < 0 ? 1 : lengths[0];
        aStep = aSteps[0];
        bStep = bSteps[0];
    }

    void each(Run visitor) {
        int[] at = new int[axes + 1];
        int place = 0;
        int a = 0;
        int b = 0;
        while (true) {
            visitor.at(place, a, b);
            place += run;
            int axis = 1;
            while (axis <= axes && ++at[axis] == lengths[axis]) {
                at[axis] = 0;
                a -= aSteps[axis] * (lengths[axis] - 1);
                b -= bSteps[axis] * (lengths[axis] - 1);
                axis++;
            }
            if (axis > axes) {
                return;
            }
            a += aSteps[axis];
            b += bSteps[axis];
        }
    }
}
