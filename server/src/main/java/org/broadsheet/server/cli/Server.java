package org.broadsheet.server.cli;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.broadsheet.account.Secret;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.home.Home;
import org.broadsheet.server.home.Opening;
import org.broadsheet.server.house.House;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.wiring.Listening;
import org.broadsheet.server.wiring.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A running server over a house that this process owns. Closing it ends it; so does a signal to
/// the process.
final class Server implements AutoCloseable {
    /// What goes on by itself begins a moment after the pages are there: the reader who waits for
    /// the first one goes before it.
    private static final Duration BEFORE_WORK = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(Server.class.getName());

    private final Home home;
    private final House house;
    private final Listening listening;
    private final ConfigurableApplicationContext context;
    private final ScheduledExecutorService work =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("beginning").daemon().factory());
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean closed;

    private Server(
            Home home, House house, Listening listening, ConfigurableApplicationContext context) {
        this.home = home;
        this.house = house;
        this.listening = listening;
        this.context = context;
    }

    /// Takes possession of the folder, opens the house in it and puts it on the web, or throws a
    /// [Failure] that says why not.
    static Server start(Path folder, Map<Key, String> options) {
        Logging.gather();
        return switch (Home.open(folder)) {
            case Opening.Opened(Home home) -> start(home, options);
            case Opening.Held held -> throw new Failure(ExitCode.HOME_TAKEN, held.message());
            case Opening.Unusable(String message) ->
                    throw new Failure(ExitCode.HOME_UNUSABLE, message);
        };
    }

    private static Server start(Home home, Map<Key, String> options) {
        try {
            Settings settings = HouseWork.settings(home.path(), options);
            Listening listening = ListeningPlace.tried(settings.bind(), settings.port());
            HouseWork.writeDefaults(home.path());
            return start(home, HouseWork.open(home, settings), listening);
        } catch (RuntimeException | Error e) {
            home.close();
            throw e;
        }
    }

    private static Server start(Home home, House house, Listening listening) {
        try {
            Server server = new Server(home, house, listening, spring(home, house, listening));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "closing"));
            home.listening(listening.address(), server.port());
            server.work.schedule(server::begin, BEFORE_WORK.toMillis(), TimeUnit.MILLISECONDS);
            return server;
        } catch (RuntimeException | Error e) {
            house.close();
            throw e;
        }
    }

    private synchronized void begin() {
        if (closed) {
            return;
        }
        try {
            house.startFollowing();
            house.startMeaning();
            house.startEnriching();
            house.startEditing();
            house.startSummarising();
            house.startLab();
            house.startHarvests();
            house.startMail();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "not all that goes on by itself could begin", e);
        }
    }

    private static ConfigurableApplicationContext spring(
            Home home, House house, Listening listening) {
        SpringApplication app = new SpringApplication(Wiring.class);
        app.setRegisterShutdownHook(false);
        app.addInitializers(context -> {
            var beans = ((GenericApplicationContext) context).getBeanFactory();
            beans.registerSingleton("home", home);
            beans.registerSingleton("house", house);
            beans.registerSingleton("listening", listening);
        });
        Settings settings = house.settings();
        return app.run(
                "--server.address=" + listening.address().getHostAddress(),
                "--server.port=" + settings.port(),
                "--logging.level.root=" + settings.logLevel().name().toLowerCase(Locale.ROOT));
    }

    String url() {
        return listening.url(port());
    }

    /// Who may do what here.
    String notice() {
        return context.getBean(Access.class).notice();
    }

    /// A code that makes the first account, where nobody has one; those before it end.
    Optional<String> firstCode() {
        return house.accounts().firstCode().map(Secret::value);
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /// Ends the web first, then the house, then gives the folder back. Closing it again waits for
    /// the first.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        work.shutdownNow();
        try (home;
                house;
                context) {
            ended.countDown();
        }
    }

    private int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("The web server is not running.");
        }
        return server.getPort();
    }
}
