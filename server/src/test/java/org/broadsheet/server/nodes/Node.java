package org.broadsheet.server.nodes;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.trial.ServedHouse;

/// One server of the house, asked over HTTP as browsers ask.
record Node(ServedHouse served, HttpClient http) implements AutoCloseable {
    static Node open(Path folder, String database, Clock clock) throws IOException {
        return new Node(
                ServedHouse.open(
                        folder,
                        Map.of(Key.STORAGE, database, Key.VECTORS_ENABLED, "false"),
                        clock,
                        _ -> {}),
                HttpClient.newHttpClient());
    }

    /// @param cookie of whoever asks; empty for a visitor
    HttpResponse<String> get(String path, String cookie) throws Exception {
        return send(HttpRequest.newBuilder(to(path)), cookie);
    }

    /// Sends a form, as the node's own pages do.
    ///
    /// @param fields names and values by turns
    HttpResponse<String> post(String path, String cookie, String... fields) throws Exception {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return send(
                HttpRequest.newBuilder(to(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form.toString())),
                cookie);
    }

    private URI to(String path) {
        return URI.create(served.address() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie) throws Exception {
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        try (served;
                http) {
            // the client first
        }
    }
}
