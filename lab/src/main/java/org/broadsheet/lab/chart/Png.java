package org.broadsheet.lab.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.broadsheet.lab.Picture;

/// Pixels as PNG.
public final class Png {
    private Png() {}

    public static byte[] of(Picture picture) {
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        int channels = picture.isGrey() ? 1 : 3;
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            byte[] pixels = picture.pixels();
            int red = pixels[channels * i] & 0xff;
            int green = pixels[channels * i + (channels == 1 ? 0 : 1)] & 0xff;
            int blue = pixels[channels * i + (channels == 1 ? 0 : 2)] & 0xff;
            image.setRGB(i % picture.width(), i / picture.width(), red << 16 | green << 8 | blue);
        }
        return encode(image);
    }

    /// @param pixels row by row from the top, red, green and blue of each
    static byte[] of(byte[][][] pixels) {
        BufferedImage image =
                new BufferedImage(pixels[0].length, pixels.length, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < pixels.length; row++) {
            for (int column = 0; column < pixels[row].length; column++) {
                byte[] rgb = pixels[row][column];
                image.setRGB(
                        column, row, (rgb[0] & 0xff) << 16 | (rgb[1] & 0xff) << 8 | rgb[2] & 0xff);
            }
        }
        return encode(image);
    }

    private static byte[] encode(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
    }
}
