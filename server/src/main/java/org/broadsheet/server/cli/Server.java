package org.broadsheet.server.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.server.config.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// A running server. Closing it ends it; so does a signal to the process.
final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final CountDownLatch ended;
    private final String host;

    private Server(ConfigurableApplicationContext context, CountDownLatch ended, String host) {
        this.context = context;
        this.ended = ended;
        this.host = host;
    }

    /// Starts on the given address and port (0: any free one), or throws a [Failure] that says why
    /// they cannot be used.
    static Server start(Path home, String bind, int port) {
        var address = tried(bind, port);
        var ended = new CountDownLatch(1);
        var app = new SpringApplication(Wiring.class);
        app.addListeners(event -> {
            if (event instanceof ContextClosedEvent) {
                ended.countDown();
            }
        });
        var context =
                app.run(
                        "--server.address=" + address.getHostAddress(),
                        "--server.port=" + port,
                        "--broadsheet.home=" + home);
        return new Server(context, ended, bind.contains(":") ? "[" + bind + "]" : bind);
    }

    String url() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("The web server is not running.");
        }
        return "http://" + host + ":" + server.getPort();
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        context.close();
    }

    /// Tries the address before Spring starts: the answer comes at once, and in our words.
    private static InetAddress tried(String bind, int port) {
        if (port < 0 || port > 65535) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--port is " + port + ", but must be 1 to 65535, or 0 for any free port.");
        }
        try (var socket = new ServerSocket()) {
            var address = InetAddress.getByName(bind);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return address;
        } catch (UnknownHostException _) {
            throw notOurAddress(bind);
        } catch (BindException e) {
            throw whyNot(e, bind, port);
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.PORT_UNUSABLE,
                    "Cannot listen on " + bind + ":" + port + ": " + e.getMessage());
        }
    }

    /// Java tells these cases apart only by the system's message.
    private static Failure whyNot(BindException e, String bind, int port) {
        var reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("assign")) {
            return notOurAddress(bind);
        }
        if (reason.contains("permission")) {
            return new Failure(
                    ExitCode.PORT_UNUSABLE,
                    "Port "
                            + port
                            + " needs more rights than this user has. Choose one above 1023,"
                            + " for example --port 8080.");
        }
        return new Failure(
                ExitCode.PORT_UNUSABLE,
                "Port "
                        + port
                        + " on "
                        + bind
                        + " is in use by another program (perhaps another"
                        + " Broadsheet). Stop that one, or choose another port: broadsheet serve"
                        + " --port "
                        + (port == 65535 ? port - 1 : port + 1));
    }

    private static Failure notOurAddress(String bind) {
        return new Failure(
                ExitCode.PORT_UNUSABLE,
                "--bind is '"
                        + bind
                        + "', which is no address of this machine. Use localhost,"
                        + " 0.0.0.0 for all addresses, or one of this machine's own.");
    }
}
