package org.broadsheet.server.cache;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds back the body of an answer whose request is marked with [Reuse] when the body's writing
/// begins; any other answer passes through at once.
final class Held extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private @Nullable ByteArrayOutputStream body;
    private @Nullable PrintWriter writer;

    Held(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    /// The body that was held back; null if it passed through or there is none.
    byte @Nullable [] body() {
        if (writer != null) {
            writer.flush();
        }
        return body == null ? null : body.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (Reuse.of(request) == null) {
            return super.getOutputStream();
        }
        return new Memory(memory());
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (Reuse.of(request) == null) {
            return super.getWriter();
        }
        if (writer == null) {
            Charset charset =
                    Charset.forName(Objects.requireNonNullElse(getCharacterEncoding(), "UTF-8"));
            writer = new PrintWriter(new OutputStreamWriter(memory(), charset));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (body == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    private void forget() {
        body = null;
        writer = null;
    }

    private ByteArrayOutputStream memory() {
        if (body == null) {
            body = new ByteArrayOutputStream(32_768);
        }
        return body;
    }

    private static final class Memory extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Memory(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) {
            bytes.write(one);
        }

        @Override
        public void write(byte[] some, int from, int count) {
            bytes.write(some, from, count);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("an answer that is held back is written at once");
        }
    }
}
