package org.broadsheet.reproductions.attentionsvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.attentionsvm.AttentionLayer;
import org.broadsheet.methods.attentionsvm.FrobeniusSvm;
import org.broadsheet.methods.attentionsvm.JointWeights;
import org.broadsheet.methods.attentionsvm.LinearHead;
import org.broadsheet.methods.attentionsvm.Loss;
import org.broadsheet.methods.attentionsvm.Margins;
import org.broadsheet.methods.attentionsvm.Matrices;
import org.broadsheet.methods.attentionsvm.NormalisedDescent;
import org.broadsheet.methods.attentionsvm.Optimality;
import org.broadsheet.methods.attentionsvm.Prompts;
import org.broadsheet.methods.attentionsvm.Separation.Separator;

/// This shows one prompt in the plane: its tokens, the machine's separator and, step by step, that
/// of the weights. The same prompt is shown from a start that leads to the best token and from one
/// that leads to a token that is only locally the best.
final class Replay implements AttentionMachines.Part {
    private static final int TOKENS = 7;
    private static final int DRAWS = 200;
    private static final int[] FRAMES = {1, 10, 100, 1_000};

    /// A start, and where it led.
    private record Ending(JointWeights start, int token, Separator machine) {}

    @Override
    public void run(Setting setting, Bench bench) {
        for (int draw = 0; draw < DRAWS; draw++) {
            AttentionLayer layer = layer(setting.random("replay", draw));
            Optional<Ending> global = ending(layer, Optimality.GLOBAL, setting);
            Optional<Ending> local = ending(layer, Optimality.LOCAL, setting);
            if (global.isPresent() && local.isPresent()) {
                show("replay", "the best token", layer, global.get(), setting, bench);
                show("replay-local", "a locally best token", layer, local.get(), setting, bench);
                return;
            }
        }
        bench.log(
                "replay: none of %d prompts in the plane has a start for either end; the steps are"
                                .formatted(DRAWS)
                        + " too few or too long");
    }

    /// Tokens need different lengths here: on a circle every local optimum is the global one.
    private static AttentionLayer layer(RandomGenerator random) {
        double[][][] tokens = new double[1][TOKENS][2];
        for (double[] token : tokens[0]) {
            token[0] = random.nextGaussian();
            token[1] = random.nextGaussian();
        }
        double[][] query = {Prompts.unit(2, random)};
        return new AttentionLayer(
                new Prompts(tokens, query, new double[] {1}),
                new LinearHead(Prompts.unit(2, random)),
                Loss.LOGISTIC);
    }

    /// Starts at which attention looks towards one token after the other.
    private static Optional<Ending> ending(
            AttentionLayer layer, Optimality wanted, Setting setting) {
        Prompts prompts = layer.prompts();
        for (int t = 0; t < TOKENS; t++) {
            double[][] towards = new double[2][2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    towards[i][j] = 3 * prompts.tokens()[0][t][i] * prompts.queries()[0][j];
                }
            }
            JointWeights weights = new JointWeights(towards);
            var descent = new NormalisedDescent(layer, weights, setting.real("step-length"));
            descent.until(FRAMES[FRAMES.length - 1]);
            int[] chosen = descent.chosenTokens();
            if (FrobeniusSvm.solve(Margins.of(prompts, chosen)) instanceof Separator machine
                    && Optimality.of(prompts, layer.head(), chosen, machine) == wanted
                    && Matrices.correlation(weights.matrix(), machine.weights()) > 0.9) {
                return Optional.of(new Ending(new JointWeights(towards), chosen[0], machine));
            }
        }
        return Optional.empty();
    }

    private static void show(
            String id,
            String end,
            AttentionLayer layer,
            Ending ending,
            Setting setting,
            Bench bench) {
        Plane plane = new Plane(layer.prompts().tokens()[0], ending.token());
        double[] query = layer.prompts().queries()[0];
        JointWeights weights = ending.start();
        var descent = new NormalisedDescent(layer, weights, setting.real("step-length"));
        List<Chart.Curve> way = new ArrayList<>();
        for (int frame : FRAMES) {
            descent.until(frame);
            double[] direction = weights.times(query);
            way.add(
                    plane.line(
                            "step %,d".formatted(frame),
                            frame == FRAMES[FRAMES.length - 1]
                                    ? Exhibit.Role.MEASURED
                                    : Exhibit.Role.BASELINE,
                            Chart.Shape.LINE,
                            direction));
            List<Chart.Curve> curves = new ArrayList<>(plane.tokens());
            curves.add(
                    plane.line(
                            "the machine",
                            Exhibit.Role.THEORY,
                            Chart.Shape.DASHES,
                            new JointWeights(ending.machine().weights()).times(query)));
            curves.addAll(way);
            bench.show(
                    new Chart(
                            id,
                            new Exhibit.Caption(
                                    "The separator turns until it touches the margin of " + end,
                                    "After %,d steps the correlation with the machine is %s; each line goes"
                                                    .formatted(
                                                            frame,
                                                            Figures.rounded(
                                                                    Matrices.correlation(
                                                                            weights.matrix(),
                                                                            ending.machine()
                                                                                    .weights()),
                                                                    4))
                                            + " through the token that comes closest to the chosen one's"
                                            + " logit."),
                            Exhibit.Axis.linear("first element of a token"),
                            Exhibit.Axis.linear("second element"),
                            curves));
        }
    }

    /// The tokens and the lines among them.
    private record Plane(double[][] all, int chosen) {
        private static final double MARGIN = 0.4;

        List<Chart.Curve> tokens() {
            double[] x = new double[all.length - 1];
            double[] y = new double[all.length - 1];
            for (int t = 0, i = 0; t < all.length; t++) {
                if (t != chosen) {
                    x[i] = all[t][0];
                    y[i++] = all[t][1];
                }
            }
            return List.of(
                    new Chart.Curve(
                            "chosen token",
                            Exhibit.Role.MEASURED,
                            Chart.Shape.DOTS,
                            new double[] {all[chosen][0]},
                            new double[] {all[chosen][1]}),
                    new Chart.Curve("other tokens", Exhibit.Role.BASELINE, Chart.Shape.DOTS, x, y));
        }

        /// All points with the logit of the token that comes next after the chosen one, as far as
        /// the tokens reach.
        Chart.Curve line(String name, Exhibit.Role role, Chart.Shape shape, double[] direction) {
            double level = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < all.length; t++) {
                if (t != chosen) {
                    level = Math.max(level, direction[0] * all[t][0] + direction[1] * all[t][1]);
                }
            }
            double square = direction[0] * direction[0] + direction[1] * direction[1];
            double[] foot = {level * direction[0] / square, level * direction[1] / square};
            double[] along = {-direction[1] / Math.sqrt(square), direction[0] / Math.sqrt(square)};
            double from = Double.NEGATIVE_INFINITY;
            double to = Double.POSITIVE_INFINITY;
            for (int axis = 0; axis < 2; axis++) {
                double a = (end(axis, -1) - foot[axis]) / along[axis];
                double b = (end(axis, 1) - foot[axis]) / along[axis];
                from = Math.max(from, Math.min(a, b));
                to = Math.min(to, Math.max(a, b));
            }
            return new Chart.Curve(
                    name,
                    role,
                    shape,
                    new double[] {foot[0] + from * along[0], foot[0] + to * along[0]},
                    new double[] {foot[1] + from * along[1], foot[1] + to * along[1]});
        }

        private double end(int axis, int sign) {
            double end = sign * all[0][axis];
            for (double[] token : all) {
                end = Math.max(end, sign * token[axis]);
            }
            return sign * (end + MARGIN);
        }
    }
}
