package org.broadsheet.lab;

/// A sound of one channel.
///
/// @param samplesPerSecond as in 44,100
/// @param samples from -1 to 1; what is beyond is cut
public record Sound(String id, Caption caption, int samplesPerSecond, float[] samples)
        implements Exhibit {
    static final int MOST_SAMPLES = 5_000_000;

    public Sound {
        Texts.requireName("exhibit", id);
        if (samplesPerSecond < 1 || samples.length < 1 || samples.length > MOST_SAMPLES) {
            throw new IllegalArgumentException(
                    "the sound %s has %,d samples at %,d a second; accepted are 1 to %,d"
                            .formatted(id, samples.length, samplesPerSecond, MOST_SAMPLES));
        }
    }
}
