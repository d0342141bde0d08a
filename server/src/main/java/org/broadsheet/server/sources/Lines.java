package org.broadsheet.server.sources;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
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
        if (bytes.areRead()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
        boolean hasEnd = bytes.readLine(line, RawRecord.LONGEST + 1);
        if (line.size() > RawRecord.LONGEST) {
            byte[] first = Arrays.copyOf(line.toByteArray(), RawRecord.LONGEST);
            return new RawRecord("line " + number, first, Shape.TOO_LONG);
        }
        boolean isCut = !hasEnd && bytes.failure().isPresent();
        Shape shape = isCut ? Shape.CUT_OFF : Shape.WHOLE;
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
