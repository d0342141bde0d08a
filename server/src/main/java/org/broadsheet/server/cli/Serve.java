package org.broadsheet.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
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
            defaultValue = "8080",
            description =
                    "The port, 1 to 65535, or 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "localhost",
            description =
                    "The address to listen on (default: ${DEFAULT-VALUE}, which only this machine"
                            + " reaches; 0.0.0.0 for all).")
    private String bind = "localhost";

    @Override
    public Integer call() throws InterruptedException {
        try (var server = Server.start(home.folder(), bind, port)) {
            var out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "Broadsheet is at %s (started in %.1f s)%n",
                    server.url(),
                    sinceProcessStart().toMillis() / 1000.0);
            out.flush();
            server.awaitEnd();
        }
        return ExitCode.DONE;
    }

    private static Duration sinceProcessStart() {
        var started = ProcessHandle.current().info().startInstant();
        return Duration.between(started.orElseGet(Instant::now), Instant.now());
    }
}
