package org.broadsheet.reproductions.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.deeplinear.Matrices;
import org.broadsheet.methods.deeplinear.Propagation;
import org.broadsheet.methods.deeplinear.Propagation.Nonlinearity;
import org.broadsheet.methods.deeplinear.Start;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This sends gradients back through deep networks, linear and not, orthogonal and Gaussian, over a
/// range of gains, and takes the singular values of what they are multiplied with.
final class Isometry implements DeepLinearLearning.Part {
    static final String ORTHOGONAL = "orthogonal-distance-from-isometry";
    static final String GAUSSIAN_LOST = "gaussian-directions-lost";
    static final String BELOW = "gradient-below-the-edge";
    static final String AT_EDGE = "gradient-at-the-edge";
    static final String ABOVE = "gradient-above-the-edge";
    static final String KEPT = "directions-kept-at-the-edge";
    static final String GAUSSIAN_KEPT = "directions-kept-at-the-edge-gaussian";

    private static final Tensors TENSORS = Tensors.doubles().threads(1);

    /// The gain that stands for slightly above 1, and one on either side of the edge.
    private static final double EDGE = 1.05;

    private static final double UNDER = 0.9;
    private static final double OVER = 2;
    private static final double[] GAINS =
            DoubleStream.concat(
                            IntStream.rangeClosed(0, 12).mapToDouble(i -> (80 + 5 * i) / 100.0),
                            DoubleStream.of(1.5, 1.6, 1.75, OVER))
                    .toArray();

    /// A direction is lost when less than this is left of it: the network cannot be taught along
    /// it.
    private static final double LOST = 1e-3;

    /// Singular values further below the largest than rounding reaches are drawn there.
    private static final double ROUNDING = 1e-16;

    private record Spectra(
            double[] linearOrthogonal,
            double[] linearGaussian,
            double[] edgeOrthogonal,
            double[] edgeGaussian) {}

    private final List<double[]> orthogonalScales = new ArrayList<>();
    private final List<double[]> gaussianScales = new ArrayList<>();

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress(
                    "gradients, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            Spectra spectra = spectra(setting, seed);
            tell(spectra, bench);
            orthogonalScales.add(scales(true, setting, seed));
            gaussianScales.add(scales(false, setting, seed));
            bench.metric(BELOW, Math.log10(scale(orthogonalScales.getLast(), UNDER)));
            bench.metric(AT_EDGE, Math.log10(scale(orthogonalScales.getLast(), EDGE)));
            bench.metric(ABOVE, Math.log10(scale(orthogonalScales.getLast(), OVER)));
            if (seed == 0) {
                show(spectra, setting, bench);
            }
        }
        showScales(setting, bench);
    }

    private static double scale(double[] scales, double gain) {
        return scales[Arrays.binarySearch(GAINS, gain)];
    }

    private static Nonlinearity nonlinearity(Setting setting) {
        return setting.choice("nonlinearity").equals("tanh")
                ? Nonlinearity.TANH
                : Nonlinearity.RELU;
    }

    private static Tensor jacobian(
            boolean isOrthogonal,
            double gain,
            Nonlinearity nonlinearity,
            Setting setting,
            int seed) {
        RandomGenerator random = setting.random("gradients " + isOrthogonal + " " + gain, seed);
        int width = setting.count("gradient-width");
        int[] neurons = new int[setting.count("layers") + 1];
        Arrays.fill(neurons, width);
        Start start = isOrthogonal ? new Start.Orthogonal(gain) : new Start.ScaledGaussian(gain);
        List<Tensor> weights = start.weights(TENSORS, neurons, random);
        return new Propagation(weights, nonlinearity).jacobian(TENSORS.normal(random, width));
    }

    private static Spectra spectra(Setting setting, int seed) {
        Nonlinearity nonlinearity = nonlinearity(setting);
        List<double[]> spectra =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i ->
                                Matrices.singularValues(
                                        jacobian(
                                                i % 2 == 0,
                                                i < 2 ? 1 : EDGE,
                                                i < 2 ? Nonlinearity.LINEAR : nonlinearity,
                                                setting,
                                                seed)))
                        .toList();
        return new Spectra(spectra.get(0), spectra.get(1), spectra.get(2), spectra.get(3));
    }

    private static void tell(Spectra spectra, Bench bench) {
        bench.metric(
                ORTHOGONAL,
                Arrays.stream(spectra.linearOrthogonal())
                        .map(value -> Math.abs(value - 1))
                        .max()
                        .orElseThrow());
        bench.metric(GAUSSIAN_LOST, share(spectra.linearGaussian(), 0, LOST));
        bench.metric(KEPT, share(spectra.edgeOrthogonal(), 0.1, 10));
        bench.metric(GAUSSIAN_KEPT, share(spectra.edgeGaussian(), 0.1, 10));
    }

    private static double share(double[] values, double low, double high) {
        long within = Arrays.stream(values).filter(value -> value >= low && value <= high).count();
        return (double) within / values.length;
    }

    private static double[] scales(boolean isOrthogonal, Setting setting, int seed) {
        return IntStream.range(0, GAINS.length)
                .parallel()
                .mapToDouble(i ->
                        Math.max(
                                Double.MIN_NORMAL,
                                Propagation.gradientScale(
                                        jacobian(
                                                isOrthogonal,
                                                GAINS[i],
                                                nonlinearity(setting),
                                                setting,
                                                seed))))
                .toArray();
    }

    private static void show(Spectra spectra, Setting setting, Bench bench) {
        bench.show(
                new Chart(
                        "spectrum",
                        new Caption(
                                "What is left of each direction after %d layers"
                                        .formatted(setting.count("layers")),
                                "Less than a thousandth is left of %s %% of the directions in a linear Gaussian network; a linear orthogonal one keeps a thousandth of %s %%. With %s at gain %s, %s %% stay within a factor of ten from orthogonal weights, %s %% from Gaussian ones."
                                        .formatted(
                                                percent(share(spectra.linearGaussian(), 0, LOST)),
                                                percent(
                                                        share(
                                                                spectra.linearOrthogonal(),
                                                                LOST,
                                                                Double.POSITIVE_INFINITY)),
                                                setting.choice("nonlinearity"),
                                                EDGE,
                                                percent(share(spectra.edgeOrthogonal(), 0.1, 10)),
                                                percent(share(spectra.edgeGaussian(), 0.1, 10)))),
                        Axis.linear("share of directions, strongest first"),
                        Axis.log("singular value of the Jacobian"),
                        List.of(
                                curve("Gaussian, linear", Role.BASELINE, spectra.linearGaussian()),
                                curve(
                                        "Gaussian, " + setting.choice("nonlinearity"),
                                        Role.BASELINE,
                                        spectra.edgeGaussian()),
                                curve(
                                        "orthogonal, linear",
                                        Role.MEASURED,
                                        spectra.linearOrthogonal()),
                                curve(
                                        "orthogonal, " + setting.choice("nonlinearity"),
                                        Role.MEASURED,
                                        spectra.edgeOrthogonal()))));
    }

    private static Curve curve(String name, Role role, double[] values) {
        double[] x = new double[values.length];
        double[] y = new double[values.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i + 0.5) / x.length;
            y[i] = Math.max(values[i], Math.max(ROUNDING * values[0], Double.MIN_NORMAL));
        }
        return new Curve(name, role, Shape.LINE, x, y);
    }

    private static String percent(double share) {
        return Figures.rounded(100 * share, 3);
    }

    private void showScales(Setting setting, Bench bench) {
        Spread orthogonal = Spread.of(orthogonalScales);
        double most = Arrays.stream(orthogonal.high()).max().orElseThrow();
        double[] linearGains =
                Arrays.stream(GAINS)
                        .filter(gain -> Math.pow(gain, setting.count("layers")) <= 10 * most)
                        .toArray();
        double[] linear =
                Arrays.stream(linearGains)
                        .map(gain -> Math.pow(gain, setting.count("layers")))
                        .toArray();
        bench.show(
                new Chart(
                        "edge-of-chaos",
                        new Caption(
                                "By how much %d layers of %s scale a gradient, over their gain"
                                        .formatted(
                                                setting.count("layers"),
                                                setting.choice("nonlinearity")),
                                "A gradient is scaled by %s at gain %s, by %s at %s, by %s at %s."
                                        .formatted(
                                                Figures.rounded(
                                                        scale(orthogonal.middle(), UNDER), 2),
                                                UNDER,
                                                Figures.rounded(
                                                        scale(orthogonal.middle(), EDGE), 2),
                                                EDGE,
                                                Figures.rounded(
                                                        scale(orthogonal.middle(), OVER), 2),
                                                OVER)),
                        Axis.linear("gain g"),
                        Axis.log("scale of a gradient, ‖J‖/√n"),
                        List.of(
                                new Curve(
                                        "linear, gᴸ",
                                        Role.THEORY,
                                        Shape.DASHES,
                                        linearGains,
                                        linear),
                                Spread.of(gaussianScales)
                                        .curve("Gaussian", Role.BASELINE, Shape.DOTTED_LINE, GAINS),
                                orthogonal.curve(
                                        "orthogonal", Role.MEASURED, Shape.DOTTED_LINE, GAINS)),
                        List.of(new Mark(Mark.Direction.UPRIGHT, 1, "gain 1"))));
    }
}
