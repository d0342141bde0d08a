package org.broadsheet.methods.conditioning;

/// This is an associative memory: a matrix `S` of strengths, learned pair by pair, whose answer to
/// a stimulus `q` is `S q`. With [LearningRule.Hebb] of rate 1 the answer is linear attention over
/// the pairs presented. Not safe for threads while it learns.
public final class ConditionedMemory {
    /// Strengths beyond this have left every scale that pairs of ordinary size could give.
    private static final double DIVERGED = 1e12;

    /// A matrix of 256 MiB.
    private static final long MOST_STRENGTHS = 1L << 25;

    private final int stimulusSize;
    private final LearningRule rule;
    private final double[][] strengths;
    private long presented;

    /// @param stimulusSize numbers of a stimulus, `d_k`
    /// @param outcomeSize numbers of an outcome, `d_v`; both together at most 2^25 strengths
    public ConditionedMemory(int stimulusSize, int outcomeSize, LearningRule rule) {
        Vectors.requirePositive("numbers of a stimulus", stimulusSize);
        Vectors.requirePositive("numbers of an outcome", outcomeSize);
        if ((long) stimulusSize * outcomeSize > MOST_STRENGTHS) {
            throw new IllegalArgumentException(
                    "%,d by %,d strengths; accepted are at most %,d in all"
                            .formatted(outcomeSize, stimulusSize, MOST_STRENGTHS));
        }
        this.stimulusSize = stimulusSize;
        this.rule = rule;
        strengths = new double[outcomeSize][stimulusSize];
    }

    /// Presents a stimulus with an outcome once.
    ///
    /// @throws ArithmeticException when the strengths have diverged, naming the rule with its rate
    ///   and how many presentations it took
    public void present(double[] stimulus, double[] outcome) {
        Vectors.requireFinite("the stimulus", stimulus, stimulusSize);
        Vectors.requireFinite("the outcome", outcome, strengths.length);
        presented++;
        for (int row = 0; row < strengths.length; row++) {
            learn(strengths[row], stimulus, outcome[row]);
        }
    }

    private void learn(double[] row, double[] stimulus, double outcome) {
        double step =
                switch (rule) {
                    case LearningRule.Hebb(double rate) -> rate * outcome;
                    case LearningRule.Fading(double rate, double keep) -> {
                        Vectors.scale(row, keep);
                        yield rate * outcome;
                    }
                    case LearningRule.Oja(double rate) -> {
                        Vectors.scale(row, 1 - rate * outcome * outcome);
                        yield rate * outcome;
                    }
                    case LearningRule.Delta(double rate) ->
                            rate * (outcome - Vectors.dot(row, stimulus));
                };
        Vectors.addScaled(row, step, stimulus);
        double size = Math.sqrt(Vectors.dot(row, row));
        if (!(size < DIVERGED)) {
            throw new ArithmeticException(
                    ("%s diverged: presentation %,d leaves strengths of size %s. The delta rule needs a"
                                    + " rate under 2 / |k|², here %s; Oja's one under 2 / v², here %s")
                            .formatted(
                                    rule,
                                    presented,
                                    size,
                                    2 / Vectors.dot(stimulus, stimulus),
                                    2 / (outcome * outcome)));
        }
    }

    /// The answer to a stimulus, `S q`: as many numbers as an outcome has.
    public double[] answer(double[] stimulus) {
        Vectors.requireFinite("the stimulus", stimulus, stimulusSize);
        double[] answer = new double[strengths.length];
        for (int row = 0; row < answer.length; row++) {
            answer[row] = Vectors.dot(strengths[row], stimulus);
        }
        return answer;
    }
}
