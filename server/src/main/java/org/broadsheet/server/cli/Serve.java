package org.broadsheet.server.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.server.config.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
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
            description = "The port, 1 to 65535, or 0 for any free one (default: ${DEFAULT-VALUE}).")
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
        var address = checked();
        var app = new SpringApplication(Wiring.class);
        var closed = new CountDownLatch(1);
        app.addListeners(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        announce(app.run(
                "--server.address=" + address.getHostAddress(),
                "--server.port=" + port,
                "--broadsheet.home=" + home.folder()));
        closed.await();
        return ExitCode.DONE;
    }

    /// Tries the address before Spring starts: the answer comes at once, and in our words.
    private InetAddress checked() {
        if (port < 0 || port > 65535) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--port is " + port + ", but must be 1 to 65535, or 0 for any free port.");
        }
        try {
            var address = InetAddress.getByName(bind);
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, port));
            }
            return address;
        } catch (UnknownHostException _) {
            throw new Failure(
                    ExitCode.PORT_UNUSABLE,
                    "--bind is '" + bind + "', which is no address of this machine. Use localhost,"
                            + " 0.0.0.0 for all, or one that `ip address` lists.");
        } catch (BindException e) {
            throw new Failure(ExitCode.PORT_UNUSABLE, whyNot(e));
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.PORT_UNUSABLE, "Cannot listen on " + bind + ":" + port + ": " + e.getMessage());
        }
    }

    private String whyNot(BindException e) {
        var reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("permission")) {
            return "Port " + port + " needs more rights than this user has. Choose one above 1023,"
                    + " for example --port 8080.";
        }
        if (reason.contains("assign")) {
            return "--bind is '" + bind + "', which is no address of this machine. Use localhost,"
                    + " 0.0.0.0 for all, or one that `ip address` lists.";
        }
        return "Port " + port + " on " + bind + " is in use by another program (perhaps another"
                + " Broadsheet). Stop that one, or choose another port: broadsheet serve --port "
                + (port == 65535 ? port - 1 : port + 1);
    }

    private void announce(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        var actualPort = server == null ? port : server.getPort();
        var out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "Broadsheet is at http://%s:%d (started in %.1f s)%n",
                bind.contains(":") ? "[" + bind + "]" : bind,
                actualPort,
                sinceStart().toMillis() / 1000.0);
        out.flush();
    }

    private static Duration sinceStart() {
        var started = ProcessHandle.current().info().startInstant();
        return Duration.between(started.orElseGet(Instant::now), Instant.now());
    }
}
