package org.broadsheet.server.sources;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;

/// An open file: unpacked, and in UTF-8 whichever Unicode encoding it is in.
final class Input implements Closeable {
    private static final int LONGEST_MARK = 4;

    private final Counting raw;
    private final Packing packing;
    private final Bytes bytes;

    private Input(Counting raw, Packing packing, Bytes bytes) {
        this.raw = raw;
        this.packing = packing;
        this.bytes = bytes;
    }

    static Input open(Path file) throws FileRefused {
        if (Files.isDirectory(file)) {
            throw new FileRefused("is a directory; name the files in it, as in " + file + "/*");
        }
        try {
            return open(new Counting(Files.newInputStream(file)));
        } catch (NoSuchFileException _) {
            throw new FileRefused("does not exist");
        } catch (AccessDeniedException _) {
            throw new FileRefused("may not be read by this user; its permissions forbid it");
        } catch (IOException e) {
            throw new FileRefused("cannot be read: " + e.getMessage());
        }
    }

    Bytes bytes() {
        return bytes;
    }

    /// How many bytes of the file itself were read so far.
    long position() {
        return raw.count;
    }

    /// Why reading ended before the file did, in words for the report.
    Optional<String> failure() {
        return bytes.failure()
                .map(why ->
                        packing == Packing.NONE
                                ? "cannot be read to its end: " + why
                                : "its %s data is damaged or cut off: %s"
                                        .formatted(packing.label(), why));
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    private static Input open(Counting raw) throws FileRefused, IOException {
        InputStream packed = new BufferedInputStream(raw, Bytes.SAMPLE);
        byte[] head = head(packed, Packing.LOOKS_AT);
        if (head.length == 0) {
            raw.close();
            throw new FileRefused("is empty; " + Format.ACCEPTED);
        }
        Packing packing = Packing.of(head);
        try {
            InputStream plain = packing.unpack(packed);
            Input input = new Input(raw, packing, new Bytes(decoded(plain)));
            if (input.bytes.peek().length == 0) {
                String why = input.failure().orElse("its " + packing.label() + " data is empty");
                throw new FileRefused(why + "; " + Format.ACCEPTED);
            }
            return input;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw new FileRefused(
                    "begins like %s, but cannot be unpacked: %s"
                            .formatted(
                                    packing.label(),
                                    e instanceof EOFException
                                            ? "its end is missing"
                                            : e.getMessage()));
        } catch (FileRefused e) {
            raw.close();
            throw e;
        }
    }

    private static byte[] head(InputStream in, int length) throws IOException {
        in.mark(length);
        byte[] head = in.readNBytes(length);
        in.reset();
        return head;
    }

    private static InputStream decoded(InputStream plain) throws IOException, FileRefused {
        InputStream marked = new BufferedInputStream(plain, Bytes.SAMPLE);
        String mark = HexFormat.of().formatHex(head(marked, LONGEST_MARK));
        if (mark.equals("fffe0000") || mark.equals("0000feff")) {
            throw new FileRefused("is in UTF-32; save it as UTF-8");
        }
        if (mark.startsWith("fffe")) {
            return utf8(marked, 2, StandardCharsets.UTF_16LE);
        }
        if (mark.startsWith("feff")) {
            return utf8(marked, 2, StandardCharsets.UTF_16BE);
        }
        if (mark.startsWith("efbbbf")) {
            marked.skipNBytes(3);
        }
        return marked;
    }

    private static InputStream utf8(InputStream in, int markBytes, Charset charset)
            throws IOException {
        in.skipNBytes(markBytes);
        Reader reader = new InputStreamReader(in, charset);
        return ReaderInputStream.builder()
                .setReader(reader)
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    /// Counts the bytes that pass.
    private static final class Counting extends InputStream {
        private final InputStream in;
        private long count;

        Counting(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = in.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
