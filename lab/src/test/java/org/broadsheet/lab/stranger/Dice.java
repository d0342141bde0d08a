package org.broadsheet.lab.stranger;

import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Parameter.Knob;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Rule;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Start;
import org.broadsheet.lab.Stated;
import org.broadsheet.paper.PaperId;

/// A well-behaved one: the mean of a die is 3.5. Its `mood` makes it do what a bad one does.
public final class Dice implements Reproduction {
    public static final PaperId PAPER = PaperId.of("local:dice");
    private static final List<String> MOODS =
            List.of(
                    "good",
                    "throws",
                    "throws-in-parallel",
                    "loops",
                    "exits",
                    "prints",
                    "eats",
                    "nan",
                    "threads",
                    "native");

    @Override
    public PaperId paper() {
        return PAPER;
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "On dice",
                Abstract.Family.EQUATIONS_AND_DYNAMICS,
                1,
                "A die is thrown.",
                "Loaded dice.",
                "Fewer throws.",
                "Look at the mean.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob("throws", "Throws"),
                        1,
                        1_000_000,
                        new Start<>(1_000L, 10_000L, 1_000_000L)),
                new Parameter.Whole(new Knob("seeds", "Repetitions"), 1, 100, Start.always(5L)),
                new Parameter.Choice(new Knob("mood", "Mood"), MOODS, Start.always("good")));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                new Claim(
                        "mean",
                        "A fair die shows 3.5 on average.",
                        new Stated.Figure("3.5", "section 1"),
                        List.of(
                                new Check(
                                        "mean",
                                        "mean of the throws",
                                        "",
                                        Rule.near(3.5, 0.2),
                                        "four standard errors of a mean of 1,000 throws"))),
                new Claim(
                        "loaded",
                        "A loaded die does not.",
                        new Stated.Nowhere(),
                        List.of(),
                        "No loaded die was at hand."));
    }

    @Override
    public void run(Setting setting, Bench bench) throws Exception {
        bench.log("the mood is " + setting.choice("mood"));
        int seeds = setting.count("seeds");
        double[] means = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("seed " + (seed + 1) + " of " + seeds, seed, seeds);
            means[seed] = mean(setting, seed);
            bench.metric("mean", means[seed]);
        }
        bench.show(chart(means));
        bench.file("means.csv", "mean\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        behave(setting.choice("mood"), bench);
        bench.progress("done", seeds, seeds);
    }

    private static double mean(Setting setting, int seed) {
        var random = setting.random("throws", seed);
        int throwsCount = setting.count("throws");
        long sum = 0;
        for (int i = 0; i < throwsCount; i++) {
            sum += random.nextInt(1, 7);
        }
        return (double) sum / throwsCount;
    }

    private static Chart chart(double[] means) {
        double[] seeds = new double[means.length];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = i + 1;
        }
        return new Chart(
                "means",
                new Caption("Means of the seeds", "They lie around 3.5."),
                Axis.linear("seed"),
                Axis.linear("mean"),
                List.of(new Curve("a fair die", Role.MEASURED, Shape.DOTS, seeds, means)));
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void behave(String mood, Bench bench) throws Exception {
        switch (mood) {
            case "throws" -> throw new IllegalStateException("the die fell off the table");
            case "throws-in-parallel" ->
                    IntStream.range(0, 100)
                            .parallel()
                            .forEach(_ -> {
                                throw new ArithmeticException("a die broke");
                            });
            case "loops" -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }
            case "exits" -> System.exit(0);
            case "prints" -> {
                for (int i = 0; i < 100_000; i++) {
                    System.out.println("a line that nobody wants, number " + i);
                }
            }
            case "eats" -> {
                List<long[]> eaten = new java.util.ArrayList<>();
                while (true) {
                    eaten.add(new long[1 << 20]);
                }
            }
            case "nan" -> bench.metric("mean", Double.NaN);
            case "threads" -> Thread.ofPlatform().start(() -> behaveLoops());
            case "native" -> {
                try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                    out.write("{\"told\":\"metric\",\"nonsense\"\nplain words\n".getBytes("UTF-8"));
                }
            }
            default -> {}
        }
    }

    private static void behaveLoops() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
