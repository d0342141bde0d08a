package org.broadsheet.reproductions.conditioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Table;
import org.broadsheet.methods.conditioning.Conditioning;
import org.broadsheet.methods.conditioning.Conditioning.Phase;
import org.broadsheet.methods.conditioning.LearningRule;
import org.broadsheet.methods.conditioning.Stimuli;

/// This runs the classical conditioning experiments under Hebb's rule and the delta rule. Cue A is
/// a light, B a tone: random unit stimuli.
final class Blocking implements PavlovianConditioning.Part {
    static final String DELTA = "blocked-share-delta";
    static final String HEBB = "blocked-share-hebb";
    static final String EXTINCT_DELTA = "after-extinction-delta";
    static final String EXTINCT_HEBB = "after-extinction-hebb";

    /// Random stimuli of so many numbers overlap by some 0.06.
    private static final int SIZE = 256;

    private static final int A = 0;
    private static final int B = 1;

    /// What is done to the cues, and which cue is tested at the end.
    private enum Experiment {
        ACQUISITION("acquisition: A+", "A near 1", A),
        EARLY("the same after a fifth of its trials", "A half learned", A),
        EXTINCTION("extinction: A+, then A alone", "A near 0", A),
        BLOCKING("blocking: A+, then AB+", "B near 0", B),
        CONTROL("its control: AB+ only", "B learned", B),
        OVERSHADOWING("overshadowing: AB+ only", "A weaker than by A+", A),
        LATENT(
                "latent inhibition: A alone, then A+, after a fifth of its trials",
                "less than without A alone",
                A),
        SECOND_ORDER("second order: A+, then AB without reward", "B learned from A", B);

        private final String title;
        private final String animals;
        private final int tested;

        Experiment(String title, String animals, int tested) {
            this.title = title;
            this.animals = animals;
            this.tested = tested;
        }

        List<Phase> phases(int trials) {
            Phase rewarded = new Phase(List.of(A), 1, trials);
            Phase unrewarded = new Phase(List.of(A), 0, trials);
            Phase together = new Phase(List.of(A, B), 1, trials);
            return switch (this) {
                case ACQUISITION, EARLY -> List.of(rewarded);
                case EXTINCTION -> List.of(rewarded, unrewarded);
                case BLOCKING -> List.of(rewarded, together);
                case CONTROL, OVERSHADOWING -> List.of(together);
                case LATENT -> List.of(unrewarded, rewarded);
                case SECOND_ORDER -> List.of(rewarded, new Phase(List.of(A, B), 0, trials));
            };
        }

        double[][] run(double[][] cues, int trials, LearningRule rule) {
            return new Conditioning(cues, phases(trials)).strengths(rule);
        }

        /// The strength of the tested cue when it is tested.
        double end(double[][] cues, int trials, LearningRule rule) {
            int last = phases(trials).size() * trials;
            int at =
                    switch (this) {
                        case EARLY, LATENT -> last - trials + Math.max(1, trials / 5);
                        default -> last;
                    };
            return run(cues, trials, rule)[at][tested];
        }
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int trials = setting.count("trials");
        LearningRule delta = new LearningRule.Delta(setting.real("rate"));
        // Hebb's strengths grow without end: this rate brings one phase to 1.
        LearningRule hebb = new LearningRule.Hebb(1.0 / trials);
        List<double[][]> cues =
                IntStream.range(0, setting.count("seeds"))
                        .mapToObj(seed -> new Stimuli(setting.random("cues", seed)).unit(2, SIZE))
                        .toList();
        try {
            // All of them first: where one pair diverges, none is told.
            List<Ends> ends =
                    cues.stream().map(pair -> Ends.of(pair, trials, delta, hebb)).toList();
            ends.forEach(one -> one.tell(bench));
            showBlocking(cues, trials, delta, hebb, bench);
            showAll(cues, trials, delta, hebb, bench);
        } catch (ArithmeticException e) {
            bench.log("Conditioning was left out: " + e.getMessage());
        }
    }

    /// What one pair of cues gave.
    ///
    /// @param delta what B learned after A was known, as a share of what it learned without
    private record Ends(double delta, double hebb, double extinctDelta, double extinctHebb) {
        static Ends of(double[][] cues, int trials, LearningRule delta, LearningRule hebb) {
            return new Ends(
                    share(cues, trials, delta),
                    share(cues, trials, hebb),
                    Experiment.EXTINCTION.end(cues, trials, delta),
                    Experiment.EXTINCTION.end(cues, trials, hebb));
        }

        private static double share(double[][] cues, int trials, LearningRule rule) {
            return Experiment.BLOCKING.end(cues, trials, rule)
                    / Experiment.CONTROL.end(cues, trials, rule);
        }

        void tell(Bench bench) {
            bench.metric(DELTA, delta);
            bench.metric(HEBB, hebb);
            bench.metric(EXTINCT_DELTA, extinctDelta);
            bench.metric(EXTINCT_HEBB, extinctHebb);
        }
    }

    private static void showBlocking(
            List<double[][]> cues, int trials, LearningRule delta, LearningRule hebb, Bench bench) {
        double[] x = IntStream.rangeClosed(0, 2 * trials).asDoubleStream().toArray();
        double[] later = IntStream.rangeClosed(trials, 2 * trials).asDoubleStream().toArray();
        List<Chart.Curve> curves = new ArrayList<>();
        double[] light = mean(cues, Experiment.BLOCKING, trials, delta, A);
        double[] tone = mean(cues, Experiment.BLOCKING, trials, delta, B);
        double[] alone = mean(cues, Experiment.CONTROL, trials, delta, B);
        double[] hebbian = mean(cues, Experiment.BLOCKING, trials, hebb, B);
        curves.add(new Chart.Curve("light, delta", Role.MEASURED, Chart.Shape.DASHES, x, light));
        curves.add(new Chart.Curve("tone, delta", Role.MEASURED, Chart.Shape.DOTTED_LINE, x, tone));
        curves.add(
                new Chart.Curve(
                        "tone, light unknown", Role.BASELINE, Chart.Shape.LINE, later, alone));
        curves.add(new Chart.Curve("tone, Hebb", Role.BASELINE, Chart.Shape.LINE, x, hebbian));
        curves.add(theory(trials, delta, later));
        bench.show(
                new Chart(
                        "blocking",
                        new Exhibit.Caption(
                                "Blocking: what a tone learns beside a light that is known",
                                "By the delta rule the tone ends at %.2f after the light was known, and at %.2f where it was not; by Hebb’s rule at %.2f after it was known."
                                        .formatted(
                                                tone[2 * trials],
                                                alone[trials],
                                                hebbian[2 * trials])),
                        Exhibit.Axis.linear("trial: the light alone, then light and tone"),
                        Exhibit.Axis.linear("strength"),
                        curves,
                        List.of(new Mark(Mark.Direction.UPRIGHT, trials, "tone joins"))));
    }

    /// Two cues that do not overlap share the reward: `(1 - (1 - 2b)^t) / 2`.
    private static Chart.Curve theory(int trials, LearningRule delta, double[] x) {
        double[] y =
                IntStream.rangeClosed(0, trials)
                        .mapToDouble(t -> (1 - Math.pow(1 - 2 * delta.rate(), t)) / 2)
                        .toArray();
        return new Chart.Curve("formula", Role.THEORY, Chart.Shape.DASHES, x, y);
    }

    private static double[] mean(
            List<double[][]> cues, Experiment experiment, int trials, LearningRule rule, int cue) {
        double[] mean = new double[experiment.phases(trials).size() * trials + 1];
        for (double[][] pair : cues) {
            double[][] strengths = experiment.run(pair, trials, rule);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += strengths[i][cue] / cues.size();
            }
        }
        return mean;
    }

    private static void showAll(
            List<double[][]> cues, int trials, LearningRule delta, LearningRule hebb, Bench bench) {
        List<List<String>> rows =
                Arrays.stream(Experiment.values())
                        .map(one ->
                                List.of(
                                        one.title,
                                        one.animals,
                                        end(cues, one, trials, delta),
                                        end(cues, one, trials, hebb)))
                        .toList();
        bench.show(
                new Table(
                        "experiments",
                        new Exhibit.Caption(
                                "Classical experiments, and the strength of the tested cue",
                                "By the delta rule the light has %s when learned, %s after extinction and %s beside a tone; the blocked tone has %s, its control %s. Early on the light has %s, and %s after trials alone: animals show a difference. Of second order the tone has %s: animals, more than 0."
                                        .formatted(
                                                end(cues, Experiment.ACQUISITION, trials, delta),
                                                end(cues, Experiment.EXTINCTION, trials, delta),
                                                end(cues, Experiment.OVERSHADOWING, trials, delta),
                                                end(cues, Experiment.BLOCKING, trials, delta),
                                                end(cues, Experiment.CONTROL, trials, delta),
                                                end(cues, Experiment.EARLY, trials, delta),
                                                end(cues, Experiment.LATENT, trials, delta),
                                                end(cues, Experiment.SECOND_ORDER, trials, delta))),
                        List.of("experiment", "animals", "delta rule", "Hebb"),
                        rows));
    }

    private static String end(
            List<double[][]> cues, Experiment experiment, int trials, LearningRule rule) {
        double mean =
                cues.stream().mapToDouble(pair -> experiment.end(pair, trials, rule)).sum()
                        / cues.size();
        return "%.2f".formatted(mean);
    }
}
