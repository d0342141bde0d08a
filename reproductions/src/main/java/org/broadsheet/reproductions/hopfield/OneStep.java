package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.fit.StraightLine;
import org.broadsheet.methods.hopfield.Distance;
import org.broadsheet.methods.hopfield.ModernHopfield;
import org.broadsheet.methods.hopfield.PatternSource;
import org.broadsheet.methods.hopfield.Patterns;

/// This measures how close one update comes to a pattern: from a disturbed query, and from the
/// pattern itself in stores of growing separation.
final class OneStep implements HopfieldNetworks.Part {
    static final String ERROR = "one-step-error";
    static final String OVER_BOUND = "errors-over-bound";
    static final String EXPONENT = "error-exponent";

    private static final int QUERIES = 100;

    /// `beta r^2` of the stores from which the fall with the separation is read: from patterns that
    /// blur to errors near the rounding of the update.
    private static final double[] SQUARED_RADII = {8, 12, 16, 20, 24, 28, 32, 36, 40};

    private static final int PATTERNS_PER_RADIUS = 30;
    private static final double ROUNDING = 1e-12;

    private record Point(double separation, double error, double bound) {}

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        List<Point> all = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress(
                    "one-step error, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            List<Point> points = separations(setting, seed);
            disturbed(setting, seed, points, bench);
            fit(points, setting, bench);
            all.addAll(points);
        }
        show(all, bench);
    }

    private static void disturbed(Setting setting, int seed, List<Point> undisturbed, Bench bench) {
        int size = setting.count("dimension");
        var source = new PatternSource(setting.random("one step", seed));
        Patterns patterns = source.onSphere(setting.count("patterns"), size, Math.sqrt(size - 1));
        var network = new ModernHopfield(patterns, setting.real("beta"));
        int queries = Math.min(QUERIES, patterns.count());
        double sum = 0;
        int over = 0;
        for (int i = 0; i < queries; i++) {
            double[] query = source.noisy(patterns.pattern(i), setting.real("noise"));
            double error = Distance.between(network.update(query), patterns.pattern(i));
            sum += error;
            over += error > network.oneStepErrorBound(i, query) + ROUNDING ? 1 : 0;
        }
        for (Point point : undisturbed) {
            over += point.error() > point.bound() + ROUNDING ? 1 : 0;
        }
        bench.metric(ERROR, sum / queries);
        bench.metric(OVER_BOUND, (double) over / (queries + undisturbed.size()));
    }

    private static List<Point> separations(Setting setting, int seed) {
        double beta = setting.real("beta");
        int size = setting.count("dimension");
        var source = new PatternSource(setting.random("separation", seed));
        List<Point> points = new ArrayList<>();
        for (double squared : SQUARED_RADII) {
            Patterns patterns =
                    source.onSphere(setting.count("patterns"), size, Math.sqrt(squared / beta));
            var network = new ModernHopfield(patterns, beta);
            for (int i = 0; i < Math.min(PATTERNS_PER_RADIUS, patterns.count()); i++) {
                double[] pattern = patterns.pattern(i);
                points.add(
                        new Point(
                                patterns.separation(i),
                                Distance.between(network.update(pattern), pattern),
                                network.oneStepErrorBound(i, pattern)));
            }
        }
        return points;
    }

    /// A pattern that blurs has left the law, one at rounding cannot follow it.
    private static boolean isInTheLaw(Point point) {
        return point.error() > ROUNDING && point.bound() < 1;
    }

    private static void fit(List<Point> points, Setting setting, Bench bench) {
        List<Point> stored = points.stream().filter(OneStep::isInTheLaw).toList();
        if (stored.size() < 10) {
            bench.log(
                    "%d patterns have an error between rounding and blurring; 10 are needed to read"
                                    .formatted(stored.size())
                            + " how fast it falls. More patterns or dimensions help.");
            return;
        }
        StraightLine line =
                StraightLine.through(
                        stored.stream().mapToDouble(Point::separation).toArray(),
                        stored.stream().mapToDouble(point -> Math.log(point.error())).toArray());
        bench.metric(EXPONENT, -line.slope() / setting.real("beta"));
    }

    private static void show(List<Point> points, Bench bench) {
        List<Point> shown =
                points.stream()
                        .filter(point -> point.error() > 1e-16 && point.bound() < 1e4)
                        .sorted(Comparator.comparingDouble(Point::separation))
                        .toList();
        if (shown.isEmpty()) {
            bench.log("No pattern has a one-step error with a bound under 10,000 to show.");
            return;
        }
        double[] x = shown.stream().mapToDouble(Point::separation).toArray();
        long under = shown.stream().filter(point -> point.error() <= point.bound()).count();
        bench.show(
                new Chart(
                        "one-step-error",
                        new Exhibit.Caption(
                                "One update’s error falls exponentially with the separation",
                                "%,d of %,d errors are under the theorem’s bound."
                                        .formatted(under, shown.size())),
                        Exhibit.Axis.linear("separation Δ"),
                        Exhibit.Axis.log("distance to the pattern"),
                        List.of(
                                new Chart.Curve(
                                        "one update",
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.DOTS,
                                        x,
                                        shown.stream().mapToDouble(Point::error).toArray()),
                                new Chart.Curve(
                                        "bound of the theorem",
                                        Exhibit.Role.THEORY,
                                        Chart.Shape.DOTS,
                                        x,
                                        shown.stream().mapToDouble(Point::bound).toArray()))));
    }
}
