package org.broadsheet.server.sources;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.server.sources.RawRecord.Shape;
import org.jspecify.annotations.Nullable;

/// The elements of one JSON array, split without being parsed, so that a bad one spoils no other.
///
/// An element that never closes (a brace or a quote is missing) swallows what follows; then the
/// next beginning of a daily entry ends it, which no sound entry holds inside.
final class ArrayEntries implements Records {
    private static final Pattern BEGINNING = Pattern.compile("\\{\\s*\"paper\"\\s*:\\s*\\{");

    private final Bytes bytes;
    private int number;

    ArrayEntries(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public @Nullable RawRecord next() {
        int first = bytes.read();
        while (first >= 0 && isBetween(first)) {
            first = bytes.read();
        }
        return first < 0 ? null : element(first);
    }

    /// Brackets around all, commas and white space; and closing ones that are too many.
    private static boolean isBetween(int letter) {
        return letter <= ' ' || letter == ',' || letter == '[' || letter == ']' || letter == '}';
    }

    private RawRecord element(int first) {
        number++;
        Scan scan = new Scan();
        for (int next = first; next >= 0 && scan.takes(next); next = bytes.read()) {
            if (scan.isFull() && hasBeginning(scan.bytes())) {
                break;
            }
        }
        if (scan.isClosed) {
            return record(scan.bytes(), scan.isTooLong() ? Shape.TOO_LONG : Shape.WHOLE);
        }
        return record(upToNextBeginning(scan.bytes()), Shape.CUT_OFF);
    }

    private RawRecord record(byte[] element, Shape shape) {
        return new RawRecord("entry " + number, element, shape);
    }

    private byte[] upToNextBeginning(byte[] element) {
        Matcher beginning = beginning(element);
        if (!beginning.find()) {
            return element;
        }
        bytes.unread(Arrays.copyOfRange(element, beginning.start(), element.length));
        return Arrays.copyOf(element, beginning.start());
    }

    private static boolean hasBeginning(byte[] element) {
        return beginning(element).find();
    }

    private static Matcher beginning(byte[] element) {
        // Latin-1 keeps the count of letters equal to that of bytes.
        String letters = new String(element, StandardCharsets.ISO_8859_1);
        return BEGINNING.matcher(letters).region(1, letters.length());
    }

    /// Follows brackets and strings through one element.
    private static final class Scan {
        private final ByteArrayOutputStream element = new ByteArrayOutputStream(4096);
        private int depth;
        private boolean isInString;
        private boolean isEscaped;
        private boolean isClosed;
        private long length;

        /// Takes a letter; false once the element is complete. Letters that are too many are
        /// followed, but not kept.
        boolean takes(int letter) {
            if (!isInString && depth == 0 && (letter == ',' || letter == ']')) {
                isClosed = true;
                return false;
            }
            length++;
            if (length <= RawRecord.LONGEST) {
                element.write(letter);
            }
            follow(letter);
            return !isClosed;
        }

        boolean isFull() {
            return length == RawRecord.LONGEST;
        }

        boolean isTooLong() {
            return length > RawRecord.LONGEST;
        }

        byte[] bytes() {
            return element.toByteArray();
        }

        private void follow(int letter) {
            if (isInString) {
                isInString = isEscaped || letter != '"';
                isEscaped = !isEscaped && letter == '\\';
                return;
            }
            switch (letter) {
                case '"' -> isInString = true;
                case '{', '[' -> depth++;
                case '}', ']' -> isClosed = --depth <= 0;
                default -> {}
            }
        }
    }
}
