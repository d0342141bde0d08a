package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// This draws grey images by formulas: each a sum of a slanted gradient, a few waves and a few soft
/// discs, scaled to the whole range from -1 (black) to 1 (white).
final class DrawnImages {
    private final int side;
    private final RandomGenerator random;

    DrawnImages(int side, RandomGenerator random) {
        this.side = side;
        this.random = random;
    }

    List<double[]> draw(int count) {
        List<double[]> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(scaled(image()));
        }
        return images;
    }

    private double[] image() {
        double[] pixels = new double[side * side];
        double slant = 2 * Math.PI * random.nextDouble();
        addWave(pixels, 0.5 + random.nextDouble(), slant, 1);
        addWave(pixels, 2 + 3 * random.nextDouble(), 2 * Math.PI * random.nextDouble(), 0.6);
        int discs = 2 + random.nextInt(4);
        for (int i = 0; i < discs; i++) {
            addDisc(pixels, random.nextBoolean() ? 2 : -2);
        }
        return pixels;
    }

    private void addWave(double[] pixels, double periods, double slant, double height) {
        double phase = 2 * Math.PI * random.nextDouble();
        for (int i = 0; i < pixels.length; i++) {
            double along = (column(i) * Math.cos(slant) + row(i) * Math.sin(slant)) / side;
            pixels[i] += height * Math.sin(2 * Math.PI * periods * along + phase);
        }
    }

    private void addDisc(double[] pixels, double height) {
        double x = side * random.nextDouble();
        double y = side * random.nextDouble();
        double radius = side * (0.08 + 0.2 * random.nextDouble());
        for (int i = 0; i < pixels.length; i++) {
            double distance = Math.hypot(column(i) - x, row(i) - y);
            pixels[i] += height / (1 + Math.exp(2 * (distance - radius)));
        }
    }

    private int column(int pixel) {
        return pixel % side;
    }

    private int row(int pixel) {
        return pixel / side;
    }

    private static double[] scaled(double[] pixels) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double pixel : pixels) {
            least = Math.min(least, pixel);
            largest = Math.max(largest, pixel);
        }
        double[] scaled = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            scaled[i] = 2 * (pixels[i] - least) / (largest - least) - 1;
        }
        return scaled;
    }
}
