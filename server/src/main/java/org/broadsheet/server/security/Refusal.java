package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The answer to a request that cannot be served: one sentence, as JSON under `/api/` with the
/// headers that clients of the hosted page read, else as plain text.
///
/// @param code a word for programs, as in `PaperNotFound`
public record Refusal(int status, String code, String message) {
    private static final JsonMapper JSON = new JsonMapper();

    private record Body(String error) {}

    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.write(request, response);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        String path = String.valueOf(request.getRequestURI()); // null if it could not be read
        byte[] body = path.startsWith("/api/") ? json(response) : text(response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] json(HttpServletResponse response) {
        response.setHeader("X-Error-Code", code);
        response.setHeader("X-Error-Message", message.replaceAll("[^\\x20-\\x7E]+", "?"));
        response.setHeader("X-Request-Id", UUID.randomUUID().toString());
        response.setContentType("application/json;charset=utf-8");
        return JSON.writeValueAsBytes(new Body(message));
    }

    private byte[] text(HttpServletResponse response) {
        response.setContentType("text/plain;charset=utf-8");
        return (message + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
