package org.broadsheet.server.sources;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.broadsheet.source.Reject;

/// One record of a file as it stands there.
///
/// @param place where in the file, as in `line 7`
/// @param bytes of a record that is too long only its first part
record RawRecord(String place, byte[] bytes, Shape shape) {
    /// No sound record is longer: 10,000 authors with all that daily papers say of each take 4 MB.
    static final int LONGEST = 8 << 20;

    enum Shape {
        WHOLE,
        TOO_LONG,
        CUT_OFF
    }

    /// The text, if it is sound UTF-8.
    String text() throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What is not sound becomes this letter, and only then is it looked at a second time.
        return text.indexOf('\uFFFD') < 0 ? text : strictly();
    }

    private String strictly() throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /// The first part of the text, what cannot be decoded replaced.
    String excerpt() {
        int length = Math.min(bytes.length, 4 * Reject.MOST_RAW);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
