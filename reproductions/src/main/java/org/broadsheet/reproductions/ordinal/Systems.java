package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.broadsheet.methods.dynamics.DoublePendulum;
import org.broadsheet.methods.dynamics.Lorenz;
import org.broadsheet.methods.dynamics.Maps;
import org.broadsheet.methods.dynamics.Noise;
import org.broadsheet.reproductions.ordinal.Specimen.Nature;
import org.broadsheet.reproductions.ordinal.Specimen.Pace;

/// The paper's systems, started at random.
final class Systems {
    static final String LOGISTIC = "logistic map";
    static final String SINE = "sine";
    static final String SKEWED = "skewed wave";
    static final String WHITE = "white noise";

    /// Series of each system in a repetition.
    static final int EACH = 6;

    /// Samples of each series.
    static final int LENGTH = 4_096;

    private static final int TRANSIENT = 2_000;
    private static final double PENDULUM_STEP = 1.0 / 64;

    private final RandomGenerator random;

    Systems(RandomGenerator random) {
        this.random = random;
    }

    /// [#EACH] series of every system.
    List<Specimen> all() {
        List<Specimen> all = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Stream.<Supplier<Specimen>>of(
                            this::sine,
                            this::skewedWave,
                            this::logistic,
                            this::tent,
                            this::henon,
                            this::lorenz,
                            this::pendulum)
                    .map(Supplier::get)
                    .forEach(all::add);
            for (Noise colour : Noise.values()) {
                all.add(noise(colour));
            }
        }
        return all;
    }

    /// Whether a formula makes it, with one rise and one fall in a period.
    static boolean isPeriodic(Specimen specimen) {
        return specimen.system().equals(SINE) || specimen.system().equals(SKEWED);
    }

    private Specimen sine() {
        double phase = random.nextDouble();
        double rate = rate();
        return flow(SINE, Nature.REGULAR, i -> Math.sin(2 * Math.PI * (phase + rate * i)));
    }

    /// One slow rise and one fast fall in a period.
    private Specimen skewedWave() {
        double phase = random.nextDouble();
        double rate = rate();
        return flow(
                SKEWED,
                Nature.REGULAR,
                i -> {
                    double angle = 2 * Math.PI * (phase + rate * i);
                    return Math.sin(angle + 0.7 * Math.sin(angle));
                });
    }

    /// Periods of about a hundred samples, none of a whole number of them.
    private double rate() {
        return 1 / random.nextDouble(90, 110);
    }

    private interface Signal {
        double at(int sample);
    }

    private static Specimen flow(String system, Nature nature, Signal signal) {
        double[] series = new double[LENGTH];
        Arrays.setAll(series, signal::at);
        return new Specimen(system, nature, Pace.FLOW, series);
    }

    private Specimen logistic() {
        return chaotic(LOGISTIC, Pace.STEPS, Maps.logistic(4, start(), LENGTH));
    }

    private Specimen tent() {
        return chaotic(
                "asymmetric tent map", Pace.STEPS, Maps.asymmetricTent(0.1847, start(), LENGTH));
    }

    private double start() {
        return random.nextDouble(0.05, 0.95);
    }

    private Specimen henon() {
        double[] series = Maps.henon(1.4, 0.3, random.nextDouble(-0.1, 0.1), 0, LENGTH + TRANSIENT);
        return chaotic("Hénon map", Pace.STEPS, settled(series));
    }

    private Specimen lorenz() {
        double[] start = {random.nextDouble(-1, 1), 1, 1.05};
        double[] x =
                new Lorenz(10, 28, 2.667)
                        .byForwardEuler(start, 0.01, LENGTH + TRANSIENT)
                        .column("x");
        return chaotic("Lorenz system", Pace.FLOW, settled(x));
    }

    private Specimen pendulum() {
        double upper = Math.toRadians(random.nextDouble(110, 130));
        double[] x2 =
                new DoublePendulum(upper, Math.toRadians(-10))
                        .motion(PENDULUM_STEP, LENGTH)
                        .column("x2");
        return chaotic("double pendulum", Pace.FLOW, x2);
    }

    private Specimen noise(Noise colour) {
        return new Specimen(
                colour.name().toLowerCase(Locale.ROOT) + " noise",
                Nature.NOISE,
                Pace.STEPS,
                colour.series(LENGTH, random));
    }

    private static Specimen chaotic(String system, Pace pace, double[] series) {
        return new Specimen(system, Nature.CHAOTIC, pace, series);
    }

    private static double[] settled(double[] series) {
        return Arrays.copyOfRange(series, TRANSIENT, series.length);
    }
}
