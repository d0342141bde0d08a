package org.broadsheet.server.sources;

import java.io.ByteArrayOutputStream;
import org.broadsheet.server.sources.RawRecord.Shape;
import org.jspecify.annotations.Nullable;

/// One record per line, without the line's end; blank lines are passed over.
final class Lines implements Records {
    private final Bytes bytes;
    private int number;

    Lines(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public @Nullable RawRecord next() {
        RawRecord line = line();
        while (line != null && isBlank(line.bytes())) {
            line = line();
        }
        return line;
    }

    /// The next line, blank or not, or null after the last.
    @Nullable RawRecord line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        number++;
        boolean isTooLong = false;
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() < RawRecord.LONGEST) {
                line.write(next);
            } else {
                isTooLong = true;
            }
        }
        boolean isCut = next < 0 && bytes.failure().isPresent();
        Shape shape = isTooLong ? Shape.TOO_LONG : isCut ? Shape.CUT_OFF : Shape.WHOLE;
        return new RawRecord("line " + number, line.toByteArray(), shape);
    }

    private static boolean isBlank(byte[] line) {
        for (byte letter : line) {
            if (letter != ' ' && letter != '\t' && letter != '\r') {
                return false;
            }
        }
        return true;
    }
}
