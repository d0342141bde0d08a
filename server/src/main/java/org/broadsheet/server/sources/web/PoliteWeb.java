package org.broadsheet.server.sources.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.broadsheet.paper.Text;
import org.broadsheet.source.Manner;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;
import org.broadsheet.source.Web;
import org.jspecify.annotations.Nullable;

/// The one HTTP client that sources ask with: see [Web]. One for a house, so that two sources of
/// one host take turns, too. Safe for use from many threads; whoever made it closes it.
public final class PoliteWeb implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_SHOWN = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /// Made when it is first needed: many houses never ask anybody.
    private @Nullable HttpClient client;

    private final Remembered remembered = new Remembered();
    private final String agent;
    private final Patience patience;
    private final InstantSource clock;
    private final Waiting waiting;
    private final Hosts hosts;

    /// @param contact where somebody answers for this house, an address or a page; empty for none
    public PoliteWeb(String contact, Patience patience, InstantSource clock, Waiting waiting) {
        agent = agent(contact);
        this.patience = patience;
        this.clock = clock;
        this.waiting = waiting;
        hosts = new Hosts(clock, waiting);
    }

    /// The web as a source of that manner asks it.
    public Web asking(Manner manner) {
        return (address, headers) -> get(new Asking(address, headers, manner.pause()));
    }

    private static String agent(String contact) {
        String line = Text.oneLine(contact).replaceAll("[^ -~]", "?").replaceAll("[()]", "");
        return "Broadsheet/0.1 (daily-papers server%s)"
                .formatted(line.isEmpty() ? "" : "; contact " + line);
    }

    /// @param pause after each request to the host
    private record Asking(URI address, Map<String, String> headers, Duration pause) {
        Asking at(URI other) {
            return new Asking(other, headers, pause);
        }
    }

    /// What one request came to.
    private sealed interface Outcome {
        record Done(Web.Answer answer) implements Outcome {}

        record Moved(URI to) implements Outcome {}

        /// Worth another attempt, after the time that the server wishes, if it does.
        record Again(String why, Optional<Duration> wish) implements Outcome {}
    }

    private Web.Answer get(Asking first) throws IOException, InterruptedException {
        Asking asking = first;
        int failures = 0;
        int redirects = 0;
        while (true) {
            require(asking.address());
            switch (once(asking)) {
                case Outcome.Done(Web.Answer answer) -> {
                    return answer;
                }
                case Outcome.Moved(URI to) -> {
                    redirects++;
                    if (redirects > MOST_REDIRECTS) {
                        throw new SourceTrouble(
                                Remedy.OTHERWISE,
                                "%s leads on and on, more than %d times"
                                        .formatted(first.address(), MOST_REDIRECTS));
                    }
                    requireNoLessSafe(asking.address(), to);
                    asking = asking.at(to);
                }
                case Outcome.Again(String why, Optional<Duration> wish) -> {
                    failures++;
                    backOff(asking, failures, why, wish);
                }
            }
        }
    }

    private void backOff(Asking asking, int failures, String why, Optional<Duration> wish)
            throws SourceTrouble, InterruptedException {
        if (failures >= patience.attempts()) {
            throw new SourceTrouble(
                    Remedy.AGAIN,
                    "%s %s, %d times in a row".formatted(asking.address(), why, failures));
        }
        Duration wait = patience.wait(failures);
        if (wish.isPresent()) {
            if (wish.get().compareTo(patience.longestWait()) > 0) {
                throw new SourceTrouble(
                        Remedy.AGAIN,
                        "%s %s and wishes to be left alone for %d min"
                                .formatted(asking.address(), why, wish.get().toMinutes()));
            }
            wait = wish.get().compareTo(wait) > 0 ? wish.get() : wait;
        }
        waiting.await(wait);
    }

    private Outcome once(Asking asking) throws IOException, InterruptedException {
        Optional<Remembered.Kept> before = remembered.of(asking.address());
        HttpResponse<byte[]> response;
        try (Hosts.Turn _ = hosts.await(asking.address(), asking.pause())) {
            response = send(request(asking, before));
        } catch (IOException e) {
            if (isTooLong(e)) {
                throw tooLong(asking.address());
            }
            return new Outcome.Again("cannot be read: " + reason(e), Optional.empty());
        }
        return outcome(asking, before, response);
    }

    private Outcome outcome(
            Asking asking, Optional<Remembered.Kept> before, HttpResponse<byte[]> response)
            throws IOException {
        int status = response.statusCode();
        if (status == NOT_MODIFIED && before.isPresent()) {
            return new Outcome.Done(before.get().answer());
        }
        if (status == 200 || status == 404) {
            return answer(asking, response);
        }
        if (REDIRECTS.contains(status)) {
            return new Outcome.Moved(target(asking.address(), response));
        }
        if (PASSING.contains(status)) {
            Optional<Duration> wish =
                    response.headers()
                            .firstValue("retry-after")
                            .flatMap(text -> RetryAfter.of(text, clock.instant()));
            return new Outcome.Again("answered with status " + status, wish);
        }
        throw new SourceTrouble(
                Remedy.OTHERWISE,
                "%s answered with status %d: %s"
                        .formatted(asking.address(), status, shown(response)));
    }

    private Outcome answer(Asking asking, HttpResponse<byte[]> response) throws SourceTrouble {
        byte[] body;
        try {
            body = unpacked(response);
        } catch (IOException e) {
            return new Outcome.Again("sent damaged gzip data: " + reason(e), Optional.empty());
        }
        if (body.length > patience.mostBytes()) {
            throw tooLong(asking.address());
        }
        Web.Answer answer =
                new Web.Answer(
                        response.statusCode(),
                        response.headers().firstValue("content-type").orElse(""),
                        body);
        if (answer.status() == 200) {
            remembered.keep(asking.address(), response.headers(), answer);
        }
        return new Outcome.Done(answer);
    }

    private HttpRequest request(Asking asking, Optional<Remembered.Kept> before) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(asking.address())
                        .timeout(patience.answer())
                        .header("User-Agent", agent)
                        .header("Accept-Encoding", "gzip")
                        .GET();
        asking.headers().forEach(request::setHeader);
        before.ifPresent(kept -> kept.conditions().forEach(request::setHeader));
        return request.build();
    }

    /// The whole answer within its time: the client's own limit ends with the headers.
    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(
                                request,
                                BodyHandlers.limiting(
                                        BodyHandlers.ofByteArray(), (long) patience.mostBytes()));
        try {
            return answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new IOException("no whole answer within " + patience.answer().toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    private byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        String encoding =
                response.headers()
                        .firstValue("content-encoding")
                        .orElse("identity")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> response.body();
            case "gzip", "x-gzip" -> {
                try (InputStream in =
                        new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
                    yield in.readNBytes(Math.addExact(patience.mostBytes(), 1));
                }
            }
            default ->
                    throw new IOException(
                            "its encoding is \"%s\"; accepted is gzip".formatted(encoding));
        };
    }

    private static void require(URI address) throws SourceTrouble {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || address.getHost() == null) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE,
                    "cannot ask \"%s\"; accepted are addresses with http:// or https://"
                            .formatted(address));
        }
    }

    private static URI target(URI from, HttpResponse<?> response) throws SourceTrouble {
        String location = response.headers().firstValue("location").orElse("");
        try {
            return from.resolve(URI.create(location));
        } catch (IllegalArgumentException _) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE,
                    from + " leads to \"" + Text.oneLine(location) + "\", which is no address");
        }
    }

    private static void requireNoLessSafe(URI from, URI to) throws SourceTrouble {
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
            throw new SourceTrouble(
                    Remedy.OTHERWISE, "%s leads to %s, which is not safe".formatted(from, to));
        }
    }

    private static boolean isTooLong(IOException e) {
        return String.valueOf(e.getMessage()).contains("exceeds capacity");
    }

    private SourceTrouble tooLong(URI address) {
        return new SourceTrouble(
                Remedy.OTHERWISE,
                "%s is longer than the %,d bytes that are accepted"
                        .formatted(address, patience.mostBytes()));
    }

    private static String shown(HttpResponse<byte[]> response) {
        String text = Text.oneLine(new String(response.body(), StandardCharsets.UTF_8));
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(CONNECTING)
                            .build();
            client = made;
        }
        return made;
    }

    /// Ends requests that are under way.
    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
