package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;
import org.springframework.web.servlet.View;

/// Bytes of a type, sent as they are; of a sound the part that is asked for, without which some
/// browsers do not play it.
///
/// @param headers beside the usual ones, or in their place
record Sent(String contentType, byte[] body, Map<String, String> headers) implements View {
    Sent(String contentType, byte[] body) {
        this(contentType, body, Map.of());
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> unused,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        headers.forEach(response::setHeader);
        if (!contentType.contains("charset")) {
            response.setCharacterEncoding((String) null); // else the server names its own
        }
        response.setContentType(contentType);
        Optional<HttpRange> part = Optional.empty();
        if (contentType.startsWith("audio/")) {
            response.setHeader("Accept-Ranges", "bytes");
            part = part(request.getHeader("Range"));
        }
        if (part.isPresent()) {
            send(part.get(), response);
        } else {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /// The one part asked for; several at once, and what cannot be read, are answered by the whole,
    /// as RFC 9110 (section 14.2) allows.
    private static Optional<HttpRange> part(@Nullable String asked) {
        if (asked == null) {
            return Optional.empty();
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(asked);
            return ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void send(HttpRange part, HttpServletResponse response) throws IOException {
        int from = (int) Math.min(part.getRangeStart(body.length), body.length);
        int to = (int) part.getRangeEnd(body.length);
        boolean lies = from < body.length;
        response.setStatus(lies ? 206 : 416);
        response.setHeader(
                "Content-Range", "bytes " + (lies ? from + "-" + to : "*") + "/" + body.length);
        int length = lies ? to - from + 1 : 0;
        response.setContentLength(length);
        response.getOutputStream().write(body, from, length);
    }
}
