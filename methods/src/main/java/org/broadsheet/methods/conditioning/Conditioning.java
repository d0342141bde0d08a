package org.broadsheet.methods.conditioning;

import java.util.List;

/// This is a conditioning experiment: phases of trials, in each of which some cues are presented
/// together with an outcome, a single number. The strength of a cue is what the memory answers to
/// it alone.
///
/// @param cues the stimuli that the cues are, of one length each
/// @param phases one after another
public record Conditioning(double[][] cues, List<Phase> phases) {
    /// Trials that are alike.
    ///
    /// @param together numbers of the cues presented together: their stimuli are added
    /// @param outcome what follows: 1 for the reward, 0 for nothing
    /// @param trials how many, 1 or more
    public record Phase(List<Integer> together, double outcome, int trials) {
        public Phase {
            together = List.copyOf(together);
            if (together.isEmpty()) {
                throw new IllegalArgumentException(
                        "a phase without cues; accepted are one cue and more");
            }
            Vectors.requirePositive("trials of a phase", trials);
        }
    }

    public Conditioning {
        phases = List.copyOf(phases);
        for (Phase phase : phases) {
            for (int cue : phase.together()) {
                if (cue < 0 || cue >= cues.length) {
                    throw new IllegalArgumentException(
                            "cue %d; accepted are 0 to %d".formatted(cue, cues.length - 1));
                }
            }
        }
    }

    /// What each cue predicts before the first trial and after each: shape (trials + 1, cues).
    ///
    /// @throws ArithmeticException if the delta rule's rate is too large for a phase to converge,
    ///   saying which rate would do
    public double[][] strengths(LearningRule rule) {
        int trials = phases.stream().mapToInt(Phase::trials).sum();
        ConditionedMemory memory = new ConditionedMemory(cues[0].length, 1, rule);
        double[][] strengths = new double[trials + 1][];
        strengths[0] = answers(memory);
        int done = 0;
        for (Phase phase : phases) {
            double[] stimulus = new double[cues[0].length];
            for (int cue : phase.together()) {
                Vectors.addScaled(stimulus, 1, cues[cue]);
            }
            requireConvergence(rule, stimulus, phase);
            for (int trial = 0; trial < phase.trials(); trial++) {
                memory.present(stimulus, new double[] {phase.outcome()});
                strengths[++done] = answers(memory);
            }
        }
        return strengths;
    }

    /// A trial multiplies the error by `1 - b |k|²`.
    private static void requireConvergence(LearningRule rule, double[] stimulus, Phase phase) {
        double squares = Vectors.dot(stimulus, stimulus);
        if (rule instanceof LearningRule.Delta(double rate) && rate * squares >= 2) {
            throw new ArithmeticException(
                    "the delta rule diverges at rate %s when cues %s come together: accepted are rates under %.3f, 2 / |k|²"
                            .formatted(rate, phase.together(), 2 / squares));
        }
    }

    private double[] answers(ConditionedMemory memory) {
        double[] answers = new double[cues.length];
        for (int cue = 0; cue < cues.length; cue++) {
            answers[cue] = memory.answer(cues[cue])[0];
        }
        return answers;
    }
}
