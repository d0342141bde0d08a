package org.broadsheet.server.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// An answer ready to be sent: its bytes, plain and compressed, and the headers that go with them.
/// An answer that does not shrink by a tenth has only its plain bytes.
final class Finished {
    /// Headers that are worked out here or that the server adds to every answer by itself.
    private static final Set<String> OWN =
            Set.of(
                    "content-type",
                    "content-length",
                    "content-encoding",
                    "etag",
                    "vary",
                    "date",
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "strict-transport-security",
                    "cache-control");

    private static final int NOT_WORTH_IT = 512;

    private final String contentType;
    private final List<Header> headers;
    private final Form plain;
    private final @Nullable Form gzip;

    record Header(String name, String value) {}

    private record Form(byte[] bytes, String tag) {}

    private Finished(String contentType, List<Header> headers, Form plain, @Nullable Form gzip) {
        this.contentType = contentType;
        this.headers = headers;
        this.plain = plain;
        this.gzip = gzip;
    }

    /// How much work compression may be: an answer sent once wants to leave soon, one that is kept
    /// wants to be small.
    enum Effort {
        SOON(1),
        SMALL(Deflater.BEST_COMPRESSION);

        private final int level;

        Effort(int level) {
            this.level = level;
        }
    }

    /// The body with the headers that the response has so far.
    static Finished of(HttpServletResponse response, byte[] body, Effort effort) {
        List<Header> headers =
                response.getHeaderNames().stream()
                        .filter(name -> !OWN.contains(name.toLowerCase(Locale.ROOT)))
                        .distinct()
                        .map(name -> new Header(name, String.join(", ", response.getHeaders(name))))
                        .toList();
        return of(String.valueOf(response.getContentType()), headers, body, effort);
    }

    static Finished of(String contentType, List<Header> headers, byte[] body, Effort effort) {
        String tag = digest(body);
        byte[] packed = body.length < NOT_WORTH_IT ? body : gzip(body, effort);
        return new Finished(
                contentType,
                headers,
                new Form(body, '"' + tag + '"'),
                packed.length > body.length * 0.9 ? null : new Form(packed, '"' + tag + "-gz\""));
    }

    /// About how much memory it takes.
    long sizeBytes() {
        long strings = 200;
        for (Header header : headers) {
            strings += 100 + header.name.length() + header.value.length();
        }
        return strings + plain.bytes.length + (gzip == null ? 0 : gzip.bytes.length);
    }

    /// Sends it, or 304 if the asker has it. Browsers may keep it but must ask each time.
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Header header : headers) {
            response.setHeader(header.name, header.value);
        }
        String cookies = request.getHeader("Cookie");
        boolean isOnes = cookies != null && cookies.contains("session");
        response.setHeader("Cache-Control", isOnes ? "private, no-cache" : "no-cache");
        response.setHeader("Vary", "Accept, Accept-Encoding, HX-Request");
        if (gzip != null && acceptsGzip(request.getHeader("Accept-Encoding"))) {
            response.setHeader("Content-Encoding", "gzip");
            send(gzip, request, response);
        } else {
            send(plain, request, response);
        }
    }

    private void send(Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", form.tag);
        if (has(request.getHeader("If-None-Match"), form.tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(contentType);
        response.setContentLength(form.bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(form.bytes);
        }
    }

    /// RFC 9110, 12.5.3, as far as clients use it: gzip named, and not with q=0.
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        int at = header.indexOf("gzip");
        if (at < 0) {
            return false;
        }
        int end = header.indexOf(',', at);
        String weight = header.substring(at + 4, end < 0 ? header.length() : end).replace(" ", "");
        return !weight.matches(";q=0(?:\\.0*)?");
    }

    /// RFC 9110, 13.1.2: any tag of the list, compared weakly.
    static boolean has(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.contains(tag) || ifNoneMatch.strip().equals("*"));
    }

    private static byte[] gzip(byte[] body, Effort effort) {
        var packed = new ByteArrayOutputStream(body.length / 3 + 64);
        try (OutputStream gzip = new Leveled(packed, effort.level)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return packed.toByteArray();
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static final class Leveled extends GZIPOutputStream {
        Leveled(OutputStream out, int level) throws IOException {
            super(out, 8_192);
            def.setLevel(level);
        }
    }
}
