package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// Bytes of a type, sent as they are.
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
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
