package org.broadsheet.server.sources.elsewhere;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;
import org.broadsheet.source.Web;

/// A service on a free loopback port that answers what a test says, and the plainest of webs to ask
/// it.
public final class Service implements AutoCloseable, Web {
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-06-05T12:00:00Z"), ZoneOffset.UTC);

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();

    public Service() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /// @param address path and query as they are asked for, encoded
    public Service with(String address, String contentType, String body) {
        answers.put(address, new Answer(200, contentType, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    /// The `Accept` headers of all requests.
    List<String> accepted() {
        return accepted;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            accepted.add(String.valueOf(exchange.getRequestHeaders().getFirst("Accept")));
            Answer answer =
                    answers.getOrDefault(
                            exchange.getRequestURI().toString(),
                            new Answer(404, "text/html", new byte[0]));
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public Answer get(URI address, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        int status = response.statusCode();
        if (status != 200 && status != 404) {
            throw new SourceTrouble(Remedy.AGAIN, address + " answered with status " + status);
        }
        return new Answer(
                status, response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
