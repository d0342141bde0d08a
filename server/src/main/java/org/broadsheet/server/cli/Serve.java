package org.broadsheet.server.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.server.config.Key;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command `serve`: the pages and the API, until the process is told to end.
@Command(
        name = "serve",
        description = "Serves the pages and the API until Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Serve implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HomeOption home = new HomeOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "The port, 1 to 65535, or 0 for any free one (default: broadsheet.yaml, else 8080).")
    private @Nullable String port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "The address to listen on (default: broadsheet.yaml, else localhost, which only"
                            + " this machine reaches; 0.0.0.0 for all).")
    private @Nullable String bind;

    @Override
    public Integer call() throws InterruptedException {
        try (Server server = Server.start(home.folder(), options())) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "Broadsheet is at %s (started in %.1f s)%n%s%n",
                    server.url(),
                    sinceProcessStart().toMillis() / 1000.0,
                    server.notice());
            server.firstCode()
                    .ifPresent(code ->
                            out.printf(
                                    "Nobody has an account yet. The first is made at %s/first with the code %s%n",
                                    server.url(), code));
            out.flush();
            server.awaitEnd();
        }
        return ExitCode.DONE;
    }

    private Map<Key, String> options() {
        Map<Key, String> options = new EnumMap<>(Key.class);
        if (port != null) {
            options.put(Key.PORT, port);
        }
        if (bind != null) {
            options.put(Key.BIND, bind);
        }
        return options;
    }

    private static Duration sinceProcessStart() {
        var started = ProcessHandle.current().info().startInstant();
        return Duration.between(started.orElseGet(Instant::now), Instant.now());
    }
}
