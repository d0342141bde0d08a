package org.broadsheet.lab.chart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.broadsheet.lab.Sound;

/// Sounds as WAV files of 16 bits.
public final class Wav {
    private static final int HEADER = 44;

    private Wav() {}

    public static byte[] of(Sound sound) {
        int bytes = 2 * sound.samples().length;
        ByteBuffer out = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) 1);
        out.putInt(sound.samplesPerSecond()).putInt(2 * sound.samplesPerSecond());
        out.putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (float sample : sound.samples()) {
            out.putShort((short) Math.round(Math.clamp(sample, -1f, 1f) * Short.MAX_VALUE));
        }
        return out.array();
    }
}
