package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Picture;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.hopfield.AssociativeMemory;
import org.broadsheet.methods.hopfield.ClassicalHopfield;
import org.broadsheet.methods.hopfield.ModernHopfield;
import org.broadsheet.methods.hopfield.Patterns;
import org.broadsheet.methods.hopfield.Stopping;

/// This restores images of which the lower half is hidden, by one update of the modern network on
/// grey images and by the classical network, run until stable, on black and white ones.
final class Images implements HopfieldNetworks.Part {
    private static final int SIDE = 28;
    private static final int STORED = 16;
    private static final int SHOWN = 8;
    private static final int ZOOM = 3;
    private static final int GAP = 2;

    /// Restored when the mean difference of a pixel is under 1 % of the range from -1 to 1.
    private static final double RESTORED = 0.02;

    private record Row(String name, List<double[]> images) {}

    @Override
    public void run(Setting setting, Bench bench) {
        bench.progress("restoring images", 0, STORED);
        List<double[]> images = new DrawnImages(SIDE, setting.random("images", 0)).draw(STORED);
        var modern =
                new ModernHopfield(
                        Patterns.of(images.toArray(double[][]::new)), setting.real("beta"));
        List<double[]> binary = images.stream().map(Images::blackAndWhite).toList();
        var classical = new ClassicalHopfield(Patterns.of(binary.toArray(double[][]::new)));
        // A hidden grey pixel is neither black nor white, a hidden binary one as often each.
        var coin = setting.random("hidden pixels", 0);
        List<double[]> hidden = images.stream().map(image -> lowerHalf(image, () -> 0)).toList();
        List<double[]> updated = hidden.stream().map(modern::update).toList();
        List<double[]> settled =
                binary.stream()
                        .map(image -> lowerHalf(image, () -> coin.nextBoolean() ? 1 : -1))
                        .map(image -> settle(classical, image))
                        .toList();
        int byModern = restored(images, updated);
        int byClassical = restored(binary, settled);
        bench.metric("images-restored", byModern);
        bench.metric("images-restored-classical", byClassical);
        show(
                List.of(
                        new Row("stored", images),
                        new Row("query", hidden),
                        new Row("one update", updated),
                        new Row("classical", settled)),
                "Of %d stored grey images, one update restores %d from their upper half; the classical network restores %d of them in black and white."
                        .formatted(STORED, byModern, byClassical),
                bench);
    }

    private static double[] settle(AssociativeMemory memory, double[] image) {
        return memory.retrieve(image, Stopping.after(100)).state();
    }

    private static double[] blackAndWhite(double[] image) {
        double[] binary = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            binary[i] = image[i] < 0 ? -1 : 1;
        }
        return binary;
    }

    private static double[] lowerHalf(double[] image, DoubleSupplier hidden) {
        double[] half = image.clone();
        for (int i = image.length / 2; i < image.length; i++) {
            half[i] = hidden.getAsDouble();
        }
        return half;
    }

    private static int restored(List<double[]> images, List<double[]> answers) {
        int restored = 0;
        for (int i = 0; i < images.size(); i++) {
            double difference = 0;
            for (int k = 0; k < images.get(i).length; k++) {
                difference += Math.abs(images.get(i)[k] - answers.get(i)[k]);
            }
            restored += difference / images.get(i).length < RESTORED ? 1 : 0;
        }
        return restored;
    }

    private static void show(List<Row> rows, String finding, Bench bench) {
        int cell = SIDE * ZOOM + GAP;
        int width = SHOWN * cell;
        int height = rows.size() * cell;
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 255);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < SHOWN; column++) {
                double[] image = rows.get(row).images().get(column);
                for (int y = 0; y < SIDE * ZOOM; y++) {
                    for (int x = 0; x < SIDE * ZOOM; x++) {
                        double value = image[y / ZOOM * SIDE + x / ZOOM];
                        int at = (row * cell + y) * width + column * cell + x;
                        pixels[at] = (byte) Math.round(127.5 * (1 + Math.clamp(value, -1, 1)));
                    }
                }
            }
        }
        List<String> names = new ArrayList<>();
        rows.forEach(row -> names.add(row.name()));
        bench.show(
                new Picture(
                        "images",
                        new Exhibit.Caption(
                                "Images restored from their upper half, from the top: "
                                        + String.join(", ", names),
                                finding),
                        width,
                        height,
                        pixels));
    }
}
