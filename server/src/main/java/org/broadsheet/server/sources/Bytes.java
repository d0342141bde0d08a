package org.broadsheet.server.sources;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bytes of a file one by one, for one thread. Where reading fails the bytes end, and
/// [#failure] says why, so that what came before is not lost.
final class Bytes {
    /// How many bytes [#peek] shows.
    static final int SAMPLE = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[SAMPLE];
    private int at;
    private int end;
    private boolean isEnded;
    private @Nullable String failure;

    Bytes(InputStream in) {
        this.in = in;
    }

    /// The next byte, 0 to 255, or -1 at the end.
    int read() {
        if (at == end && !fill()) {
            return -1;
        }
        return buffer[at++] & 0xff;
    }

    /// Consumes the bytes of a line and its end, and puts the first `most` of them, without the
    /// end, into the target; more than `most` go unseen.
    ///
    /// @return whether the line had an end and was not the rest of the file
    boolean readLine(ByteArrayOutputStream target, int most) {
        while (at < end || fill()) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            target.write(buffer, at, Math.min(stop - at, most - target.size()));
            boolean hasEnd = stop < end;
            at = hasEnd ? stop + 1 : end;
            if (hasEnd) {
                return true;
            }
        }
        return false;
    }

    /// Whether no byte is left.
    boolean areRead() {
        return at == end && !fill();
    }

    /// The first bytes, without consuming them; fewer than [#SAMPLE] only where the file is short.
    byte[] peek() {
        while (end < buffer.length && !isEnded) {
            append();
        }
        return Arrays.copyOfRange(buffer, at, end);
    }

    /// Puts bytes back in front of those that come next.
    void unread(byte[] bytes) {
        byte[] joined = Arrays.copyOf(bytes, Math.max(SAMPLE, bytes.length + end - at));
        System.arraycopy(buffer, at, joined, bytes.length, end - at);
        end = bytes.length + end - at;
        at = 0;
        buffer = joined;
    }

    /// The same bytes for readers of streams; where reading fails the stream ends.
    InputStream stream() {
        return new InputStream() {
            @Override
            public int read() {
                return Bytes.this.read();
            }

            @Override
            public int read(byte[] target, int from, int length) {
                if (length == 0) {
                    return 0;
                }
                if (at == end && !fill()) {
                    return -1;
                }
                int count = Math.min(length, end - at);
                System.arraycopy(buffer, at, target, from, count);
                at += count;
                return count;
            }
        };
    }

    /// Why the bytes ended before the file did, if they did.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private boolean fill() {
        at = 0;
        end = 0;
        if (!isEnded) {
            append();
        }
        return at < end;
    }

    private void append() {
        try {
            int count = in.read(buffer, end, buffer.length - end);
            isEnded = count < 0;
            end += Math.max(0, count);
        } catch (IOException | RuntimeException e) {
            // Decoders answer some damaged streams with an index out of bounds.
            isEnded = true;
            failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }
}
