package org.broadsheet.server.home;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Sends work to the owner of a home and hands on what it tells.
public final class OwnerClient {
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final Owner owner;

    public OwnerClient(Owner owner) {
        this.owner = owner;
    }

    /// Runs the command of that name in the owner.
    ///
    /// @return its exit code
    /// @throws IOException when the owner cannot be reached, refuses, or ends before its work does;
    ///   the message says which
    public int run(String command, Record arguments, Consumer<CommandEvent> sink)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build()) {
            HttpResponse<InputStream> answer =
                    http.send(request(command, arguments), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException(refused(answer.statusCode(), body));
                }
                OptionalInt exitCode = CommandLines.from(body, sink);
                return exitCode.orElseThrow(() -> new IOException(ended(command)));
            }
        } catch (ConnectException e) {
            throw new IOException("the owner of the home (%s) does not answer".formatted(owner), e);
        }
    }

    private HttpRequest request(String command, Record arguments) {
        URI address = URI.create("http://" + owner.authority() + OwnerEndpoint.ROUTE + command);
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + owner.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(CommandLines.arguments(arguments)))
                .build();
    }

    private String refused(int status, InputStream body) throws IOException {
        String why = new String(body.readNBytes(2_000), StandardCharsets.UTF_8).strip();
        return "the owner of the home (%s) refused with %d: %s".formatted(owner, status, why);
    }

    private String ended(String command) {
        return "the owner of the home (%s) ended before %s was done; run it again"
                .formatted(owner, command);
    }
}
