package org.broadsheet.methods.tensor;

import java.util.Arrays;

/// This is the arithmetic of shapes: sizes along the axes, rows last, a scalar being `()`.
final class Shapes {
    private Shapes() {}

    static int size(int[] shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }

    static String text(int[] shape) {
        return Arrays.toString(shape).replace('[', '(').replace(']', ')');
    }

    /// The shape given by a caller, checked.
    static int[] checked(int... shape) {
        long size = 1;
        for (int length : shape) {
            if (length < 1) {
                throw new IllegalArgumentException(
                        "shape " + text(shape) + ": every length must be at least 1");
            }
            size *= length;
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "shape " + text(shape) + " has more elements than an array can hold");
            }
        }
        return shape.clone();
    }

    /// An axis, of which -1 is the last.
    static int axis(String operation, int axis, int[] shape) {
        if (axis < -shape.length || axis >= shape.length) {
            throw new IllegalArgumentException(
                    "%s: shape %s has no axis %d; accepted are %d to %d"
                            .formatted(
                                    operation, text(shape), axis, -shape.length, shape.length - 1));
        }
        return Math.floorMod(axis, shape.length);
    }

    /// The shape to which both stretch: aligned at the last axis, a length of 1 or a missing axis
    /// being repeated.
    static int[] broadcast(String operation, int[] a, int[] b) {
        if (Arrays.equals(a, b)) {
            return a;
        }
        int[] shape = new int[Math.max(a.length, b.length)];
        for (int i = 1; i <= shape.length; i++) {
            int x = i <= a.length ? a[a.length - i] : 1;
            int y = i <= b.length ? b[b.length - i] : 1;
            if (x != y && x != 1 && y != 1) {
                throw new IllegalArgumentException(
                        "%s: shapes %s and %s do not fit; from the last axis on, equal or 1 is accepted"
                                .formatted(operation, text(a), text(b)));
            }
            shape[shape.length - i] = Math.max(x, y);
        }
        return shape;
    }

    /// How far apart neighbours along each axis stand.
    static int[] steps(int[] shape) {
        int[] steps = new int[shape.length];
        int step = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            steps[i] = step;
            step *= shape[i];
        }
        return steps;
    }

    /// The steps of an array of one shape as it stretches to another: 0 where it is repeated.
    static int[] steps(int[] shape, int[] stretched) {
        int[] own = steps(shape);
        int[] steps = new int[stretched.length];
        int missing = stretched.length - shape.length;
        for (int i = missing; i < stretched.length; i++) {
            steps[i] = shape[i - missing] == 1 ? 0 : own[i - missing];
        }
        return steps;
    }

    /// The shape with one axis changed.
    static int[] with(int[] shape, int axis, int length) {
        int[] changed = shape.clone();
        changed[axis] = length;
        return changed;
    }

    /// The shape without one axis.
    static int[] without(int[] shape, int axis) {
        int[] fewer = new int[shape.length - 1];
        System.arraycopy(shape, 0, fewer, 0, axis);
        System.arraycopy(shape, axis + 1, fewer, axis, fewer.length - axis);
        return fewer;
    }

    /// The shape with one more axis of the given length.
    static int[] inserted(int[] shape, int axis, int length) {
        int[] more = new int[shape.length + 1];
        System.arraycopy(shape, 0, more, 0, axis);
        more[axis] = length;
        System.arraycopy(shape, axis, more, axis + 1, shape.length - axis);
        return more;
    }
}
