package org.broadsheet.server.trial.coin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Bars.Bar;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.HeatMap;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Parameter.Knob;
import org.broadsheet.lab.Picture;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Rule;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.Start;
import org.broadsheet.lab.Stated;
import org.broadsheet.lab.Table;
import org.broadsheet.paper.PaperId;

/// A coin is tossed, in the name of a paper that the house has. It shows one exhibit of every kind,
/// has a parameter of every kind and a claim for every verdict; its `end` decides what becomes of
/// the run: a report, a failure, or nothing until it is stopped.
public final class Coin implements Reproduction {
    public static final PaperId PAPER = PaperId.of("2510.00001");

    private static final int SHOWN = 100;

    @Override
    public PaperId paper() {
        return PAPER;
    }

    @Override
    public Abstract about() {
        return new Abstract(
                "On the fairness of <coins> & dice",
                Abstract.Family.EQUATIONS_AND_DYNAMICS,
                1,
                "A coin is tossed, and the share of heads followed.",
                "Dice, which roll off the table.",
                "Fewer tosses, by a generator instead of a thumb.",
                "The share of heads nears one half, and the red line with it.");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(
                        new Knob("tosses", "Tosses", "", "of each repetition"),
                        10,
                        100_000,
                        new Start<>(1_000L, 10_000L, 100_000L)),
                new Parameter.Real(
                        new Knob("bias", "Bias", "%", "towards heads"), -50, 50, Start.always(0.0)),
                new Parameter.Choice(
                        new Knob("end", "How it ends", "", "in a report, not at all, or badly"),
                        List.of("well", "never", "badly"),
                        Start.always("well")),
                new Parameter.Switch(new Knob("noise", "Record the noise"), Start.always(true)));
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                claim("fair", "A coin shows heads half of the time.", 0.45, 0.55),
                claim("exact", "And to a part in a thousand, always.", 0.4999, 0.5001),
                claim("loaded", "A loaded coin shows heads nine times of ten.", 0.88, 0.92),
                new Claim(
                        "edge",
                        "No coin stands on its edge.",
                        new Stated.Nowhere(),
                        List.of(),
                        "The generator has no edge."));
    }

    private static Claim claim(String id, String says, double low, double high) {
        return new Claim(
                id,
                says,
                new Stated.Figure("0.5", "table 1"),
                List.of(
                        new Check(
                                "heads",
                                "share of heads",
                                "",
                                Rule.between(low, high),
                                "three standard errors")));
    }

    @Override
    public void run(Setting setting, Bench bench) throws Exception {
        bench.log("tossing <b>" + setting.whole("tosses") + "</b> times & more");
        int repetitions = 5;
        for (int i = 0; i < repetitions; i++) {
            bench.progress("repetition %d of %d".formatted(i + 1, repetitions), i, repetitions);
            double[] shares = toss(setting, i);
            bench.metric("heads", shares[SHOWN - 1]);
            bench.show(chart(shares));
            if (i == 1) {
                end(setting.choice("end"));
            }
        }
        RandomGenerator random = setting.random("noise", 0);
        bench.show(bars());
        bench.show(map());
        bench.show(picture());
        if (setting.isOn("noise")) {
            bench.show(sound(random));
        }
        bench.show(table());
        bench.file("tosses.csv", "toss,heads\n1,yes\n".getBytes(StandardCharsets.UTF_8));
        bench.file("page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        bench.progress("done", repetitions, repetitions);
    }

    private static void end(String how) throws InterruptedException {
        switch (how) {
            case "never" -> new CountDownLatch(1).await();
            case "badly" -> throw new IllegalStateException("the coin fell into <the> drain");
            default -> {}
        }
    }

    /// The share of heads after each hundredth part of the tosses.
    private static double[] toss(Setting setting, int repetition) {
        RandomGenerator random = setting.random("tosses", repetition);
        double likely = 0.5 + setting.real("bias") / 100;
        int tosses = setting.count("tosses");
        double[] shares = new double[SHOWN];
        int heads = 0;
        for (int i = 0; i < tosses; i++) {
            heads += random.nextDouble() < likely ? 1 : 0;
            shares[(int) ((long) i * SHOWN / tosses)] = heads / (i + 1.0);
        }
        return shares;
    }

    private static Chart chart(double[] shares) {
        double[] x = new double[shares.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        return new Chart(
                "shares",
                new Caption(
                        "Share of heads", "It ends at %.3f.".formatted(shares[shares.length - 1])),
                Axis.linear("tosses, hundredths of all"),
                Axis.linear("share of heads"),
                List.of(new Curve("heads", Role.MEASURED, Shape.LINE, x, shares)),
                List.of(new Mark(Mark.Direction.ACROSS, 0.5, "a fair coin")));
    }

    private static Bars bars() {
        return new Bars(
                "sides",
                new Caption("Sides", "Heads are as frequent as tails."),
                Axis.linear("share"),
                List.of(
                        new Bar("heads", Role.MEASURED, 0.5, 0.48, 0.52),
                        new Bar("tails", Role.BASELINE, 0.5, 0.48, 0.52)));
    }

    private static HeatMap map() {
        double[][] values = new double[24][32];
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                values[row][column] = Math.sin(row / 4.0) * Math.cos(column / 5.0);
            }
        }
        return new HeatMap(
                "landing",
                new Caption("Where coins land", "In ripples."),
                Axis.linear("width, cm"),
                new double[] {0, 32},
                Axis.linear("depth, cm"),
                new double[] {0, 24},
                values,
                new HeatMap.Shades("density", HeatMap.Shades.Kind.AROUND_ZERO));
    }

    private static Picture picture() {
        byte[] pixels = new byte[16 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 16 * 16);
        }
        return new Picture(
                "portrait", new Caption("The coin", "It is lit from the right."), 16, 16, pixels);
    }

    private static Sound sound(RandomGenerator random) {
        float[] samples = new float[800];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (random.nextDouble() - 0.5);
        }
        return new Sound("clink", new Caption("A coin falls", "It clinks."), 8_000, samples);
    }

    private static Table table() {
        return new Table(
                "tosses",
                new Caption("The first tosses", "Two heads, one tail."),
                List.of("toss", "side"),
                List.of(List.of("1", "heads"), List.of("2", "tails, \"barely\"")));
    }
}
