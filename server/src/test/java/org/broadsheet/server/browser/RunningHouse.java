package org.broadsheet.server.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.server.config.Key;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.home.Home;
import org.broadsheet.server.home.Opening;
import org.broadsheet.server.house.House;
import org.broadsheet.server.trial.coin.CoinJar;
import org.broadsheet.server.trial.coin.CoinRun;
import org.broadsheet.server.wiring.Listening;
import org.broadsheet.server.wiring.Wiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A house of one reader on the web, as `serve` puts it there, on a free loopback port; only its
/// clock begins two days after the First Edition. Vectors are made in the background. A stranger's
/// reproduction is in its lab, with a report of a full run.
record RunningHouse(Home home, House house, ConfigurableApplicationContext web)
        implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2025-11-09T12:00:00Z");

    static RunningHouse open(Path folder) throws IOException {
        if (!(Home.open(folder) instanceof Opening.Opened(Home home))) {
            throw new AssertionError(folder + " cannot be opened");
        }
        Settings settings = Settings.read(folder, Map.of(), Map.of(Key.PORT, "0"));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), BEGIN));
        CoinJar.into(folder);
        House house = House.open(folder, settings, clock);
        house.follow(Oddities.keepIn(house.storage()));
        CoinRun coin = made();
        house.lab().takeIn(coin.report(), coin.files());
        house.follower().catchUp();
        ConfigurableApplicationContext web = serve(home, house);
        house.startMeaning();
        house.startLab();
        return new RunningHouse(home, house, web);
    }

    private static CoinRun made() {
        try {
            return CoinRun.full();
        } catch (Exception e) {
            throw new AssertionError("the coin cannot be tossed", e);
        }
    }

    private static ConfigurableApplicationContext serve(Home home, House house) {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        SpringApplication app = new SpringApplication(Wiring.class);
        app.setRegisterShutdownHook(false);
        app.addInitializers(context -> {
            var beans = ((GenericApplicationContext) context).getBeanFactory();
            beans.registerSingleton("home", home);
            beans.registerSingleton("house", house);
            beans.registerSingleton("listening", new Listening("localhost", loopback));
        });
        return app.run("--server.address=127.0.0.1", "--server.port=0");
    }

    String address() {
        var server = ((WebServerApplicationContext) web).getWebServer();
        return "http://localhost:" + Objects.requireNonNull(server).getPort();
    }

    @Override
    public void close() {
        try (home;
                house;
                web) {
            // ends the web first, then the house, then gives the folder back
        }
    }
}
