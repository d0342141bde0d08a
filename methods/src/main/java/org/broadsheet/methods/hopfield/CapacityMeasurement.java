package org.broadsheet.methods.hopfield;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// This is a memory's capacity as it was measured: the share of successful retrievals for growing
/// numbers of patterns, up to the first number at which under half succeed.
///
/// @param points what was measured, by growing number of patterns
public record CapacityMeasurement(List<Point> points) {

    /// At `patterns` stored, this share of retrievals succeeded.
    public record Point(int patterns, double successShare) {}

    /// A retrieval experiment: the share, from 0 to 1, that succeeds with so many patterns stored.
    @FunctionalInterface
    public interface Experiment {
        double successShare(int patterns);
    }

    public CapacityMeasurement {
        points = List.copyOf(points);
    }

    /// Climbs from 2 patterns by factors of the square root of 2 until under half of the retrievals
    /// succeed, or until the next number would be over `limit`.
    public static CapacityMeasurement climb(Experiment experiment, int limit) {
        if (limit < 2) {
            throw new IllegalArgumentException(
                    "The limit is %d patterns; at least 2 are needed".formatted(limit));
        }
        List<Point> points = new ArrayList<>();
        double share = 1;
        int last = 0;
        for (int step = 2; share >= 0.5; step++) {
            int patterns = (int) Math.min(Math.round(Math.pow(2, step / 2.0)), Integer.MAX_VALUE);
            if (patterns > limit) {
                break;
            }
            if (patterns > last) {
                share = experiment.successShare(patterns);
                points.add(new Point(patterns, share));
                last = patterns;
            }
        }
        return new CapacityMeasurement(points);
    }

    /// The number of patterns at which half of the retrievals succeed, between the last two points
    /// by a straight line of the share over the logarithm of the number. Empty where the climb
    /// ended before, or where even 2 patterns were too many.
    public OptionalDouble halfSuccess() {
        if (points.size() < 2 || points.getLast().successShare() >= 0.5) {
            return OptionalDouble.empty();
        }
        Point before = points.get(points.size() - 2);
        Point after = points.getLast();
        double way = (before.successShare() - 0.5) / (before.successShare() - after.successShare());
        double logarithm =
                Math.log(before.patterns())
                        + way * (Math.log(after.patterns()) - Math.log(before.patterns()));
        return OptionalDouble.of(Math.exp(logarithm));
    }
}
