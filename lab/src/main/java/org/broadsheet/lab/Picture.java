package org.broadsheet.lab;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// A picture of grey values or colours.
///
/// @param pixels row by row from the top: one byte a pixel (grey) or three (red, green, blue)
public record Picture(String id, Caption caption, int width, int height, byte[] pixels)
        implements Exhibit {
    static final int MOST_PIXELS = 4_000_000;

    public Picture {
        Texts.requireName("exhibit", id);
        long area = (long) width * height;
        if (width < 1 || height < 1 || area > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "the picture %s is %d by %d pixels; at most %,d can be shown"
                            .formatted(id, width, height, MOST_PIXELS));
        }
        if (pixels.length != area && pixels.length != 3 * area) {
            throw new IllegalArgumentException(
                    "the picture %s of %d by %d pixels has %d bytes; one or three a pixel are needed"
                            .formatted(id, width, height, pixels.length));
        }
    }

    @JsonIgnore
    public boolean isGrey() {
        return pixels.length == width * height;
    }
}
