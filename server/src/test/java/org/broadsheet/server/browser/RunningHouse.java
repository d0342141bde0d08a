package org.broadsheet.server.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.server.house.House;
import org.broadsheet.server.trial.ServedHouse;
import org.broadsheet.server.trial.coin.CoinJar;
import org.broadsheet.server.trial.coin.CoinRun;
import org.springframework.context.ConfigurableApplicationContext;

/// A house of one reader on the web, as `serve` puts it there, on a free loopback port; only its
/// clock begins two days after the First Edition. Vectors are made in the background. A stranger's
/// reproduction is in its lab, with a report of a full run.
record RunningHouse(ServedHouse served) implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2025-11-09T12:00:00Z");

    static RunningHouse open(Path folder) throws IOException {
        CoinJar.into(folder);
        ServedHouse served = ServedHouse.open(folder, Map.of(), clock(), RunningHouse::fill);
        served.house().startMeaning();
        served.house().startLab();
        return new RunningHouse(served);
    }

    /// Goes on from two days after the First Edition.
    static Clock clock() {
        return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), BEGIN));
    }

    private static void fill(House house) {
        house.follow(Oddities.keepIn(house.storage()));
        CoinRun coin = made();
        house.lab().takeIn(coin.report(), coin.files());
        house.follower().catchUp();
    }

    private static CoinRun made() {
        try {
            return CoinRun.full();
        } catch (Exception e) {
            throw new AssertionError("the coin cannot be tossed", e);
        }
    }

    House house() {
        return served.house();
    }

    ConfigurableApplicationContext web() {
        return served.web();
    }

    String address() {
        return served.address();
    }

    @Override
    public void close() {
        served.close();
    }
}
