package org.broadsheet.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.broadsheet.benchmarks.CannotMeasure;

/// A web server on a loopback port, as a client sees it: HTTP/1.1, connections kept alive.
public final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NORMAL)
                    .build();

    public Site(int port) {
        this.port = port;
    }

    /// A site on a port that nobody listens on yet.
    public static Site onFreePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Site(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    public HttpClient client() {
        return client;
    }

    /// The answer, whatever its status.
    public HttpResponse<byte[]> get(String pathAndQuery, String... headers) {
        var request = HttpRequest.newBuilder(uri(pathAndQuery));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The answer, if its status is 200.
    public HttpResponse<byte[]> getWhole(String pathAndQuery, String... headers) {
        HttpResponse<byte[]> answer = get(pathAndQuery, headers);
        if (answer.statusCode() != 200) {
            throw new CannotMeasure(
                    "%s answered %d, not 200.".formatted(uri(pathAndQuery), answer.statusCode()));
        }
        return answer;
    }

    /// Waits for the program's first complete page with status 200.
    ///
    /// @return how long it took from the start of the program
    public Duration firstPage(Running program, String path) {
        while (!listens()) {
            if (program.hasEndedWithin(BETWEEN_TRIES)) {
                throw program.failed("ended before it had a page");
            }
            if (program.age().compareTo(PATIENCE) > 0) {
                throw program.failed("had no page after " + PATIENCE);
            }
        }
        getWhole(path);
        return program.age();
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
