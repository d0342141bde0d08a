package org.broadsheet.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.server.config.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The hidden command `rehearse`: serves, asks itself for the pages that readers see first and for
/// searches until the JVM knows where their time goes, and ends. The launcher records such a run
/// and lets later starts begin from the recording.
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {
    private static final List<String> PAGES =
            List.of("/papers", "/papers?q=nonlinear+heads", "/api/daily_papers");

    private static final List<String> WORDS =
            List.of("attention", "neural+networks", "head+avatar", "learning", "equations+physics");

    private static final int SEARCHES = 60;

    @Mixin private HomeOption home = new HomeOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var server = Server.start(home.folder(), Map.of(Key.PORT, "0"));
                var client = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                ask(client, server, page);
            }
            for (int i = 0; i < SEARCHES; i++) {
                for (var words : WORDS) {
                    ask(client, server, "/api/papers/search?limit=20&q=" + words);
                    ask(client, server, "/papers?q=" + words);
                }
            }
        }
        return ExitCode.DONE;
    }

    private static void ask(HttpClient client, Server server, String page)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + page)).build();
        var status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new Failure(
                    ExitCode.FAILED, "The page " + page + " answered " + status + ", not 200.");
        }
    }
}
