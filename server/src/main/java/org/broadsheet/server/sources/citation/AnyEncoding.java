package org.broadsheet.server.sources.citation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of a text in UTF-8, or, line by line where it is none, in Windows-1252, which old
/// reference managers write and which reads Latin-1, too. For one thread.
final class AnyEncoding {
    /// What is longer is cut into several lines: no sound line of a citation is.
    static final int LONGEST_LINE = 4 << 20;

    private static final Charset OLD = Charset.forName("windows-1252");

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private int number;
    private long oldLines;

    AnyEncoding(InputStream in) {
        this.in = in;
    }

    /// The next line without its end, or null after the last.
    @Nullable String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && next != '\r' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = read();
        }
        if (next == '\r') {
            skipLineFeed();
        }
        number++;
        return decoded(line.toByteArray());
    }

    /// The number of the line that [#line] gave last, from 1.
    int number() {
        return number;
    }

    /// How many lines were not in UTF-8.
    long oldLines() {
        return oldLines;
    }

    /// Says so in the report where lines were not in UTF-8.
    void tell(CitationFile file) {
        if (oldLines > 0) {
            file.notes()
                    .accept(
                            "%,d of its lines are not in UTF-8 and were read as Windows-1252"
                                    .formatted(oldLines));
        }
    }

    private String decoded(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        // What is not sound becomes this letter, and only then is it looked at a second time.
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException _) {
            oldLines++;
            return new String(line, OLD);
        }
    }

    private void skipLineFeed() {
        int next = read();
        if (next >= 0 && next != '\n') {
            at--;
        }
    }

    private int read() {
        if (at == end && !fill()) {
            return -1;
        }
        return buffer[at++] & 0xff;
    }

    private boolean fill() {
        try {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
            return end > 0;
        } catch (IOException e) {
            // The stream's owner says why it ended; the lines before are kept.
            end = 0;
            return false;
        }
    }
}
