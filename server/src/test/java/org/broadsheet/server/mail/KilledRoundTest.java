package org.broadsheet.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.broadsheet.account.MailAddress;
import org.broadsheet.contract.Fixtures;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.Delivery.State;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.server.mail.PlayedMailServer.Envelope;
import org.broadsheet.server.mail.PlayedMailServer.Fault;
import org.broadsheet.server.mail.PlayedMailServer.Received;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A round whose sender is killed with -9 again and again, whose server dies, too, and cuts
/// connections at every moment: nobody gets it twice, and whoever does not get it once is known.
/// 200 readers and 3 kills; with -Dfull, as in `./broadsheet test --full`, 20 rounds to 2,000
/// readers with 10 kills each. The moments come from a seed that is printed.
class KilledRoundTest {
    private static final boolean FULL = System.getProperty("full") != null;
    private static final int READERS = FULL ? 2_000 : 200;
    private static final int KILLS = FULL ? 10 : 3;
    private static final int ROUNDS = FULL ? 20 : 1;
    private static final int MOST_SECONDS = 180;
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <([a-z2-7]{26})@");

    @TempDir private Path folder = Path.of("");

    /// Faults of single messages, by chance, and how many of them leave a doubt.
    private static final class Faults {
        private final Random random;
        private final AtomicInteger doubts = new AtomicInteger();

        Faults(long seed) {
            random = new Random(seed);
        }

        synchronized Fault next(Envelope envelope) {
            Fault fault =
                    switch (random.nextInt(100)) {
                        case 0, 1 -> Fault.CUT_IN_DATA;
                        case 2, 3 -> Fault.CLOSES;
                        case 4, 5 -> Fault.LATER;
                        case 6, 7 -> Fault.LATER_AFTER_DOT;
                        case 8 -> Fault.CUT_BEFORE_ANSWER;
                        default -> Fault.NONE;
                    };
            if (fault == Fault.CUT_BEFORE_ANSWER) {
                doubts.incrementAndGet();
            }
            return fault;
        }
    }

    @Test
    void whoeverKillsTheSenderNobodyGetsItTwiceAndEverybodyElseGetsItOnce() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledRoundTest: repeat this run with -Dseed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            round(folder.resolve("round-" + round + ".sqlite"), random);
        }
    }

    private void round(Path file, Random random) throws Exception {
        Faults faults = new Faults(random.nextLong());
        Instant began = Instant.now();
        Mailing mailing = queue(file, began);
        int deaths = 0;
        try (PlayedMailServer server = new PlayedMailServer(faults::next)) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process sender = start(file, server, began);
                server.await(
                        server.received().size() + 1 + random.nextInt(READERS / KILLS), sender);
                if (random.nextInt(3) == 0) {
                    server.die();
                    deaths++;
                }
                deaths += sender.isAlive() ? 1 : 0;
                sender.destroyForcibly().waitFor();
                server.comeBack();
            }
            Process last = start(file, server, began);
            server.await(server.received().size() + 5, last);
            server.die();
            deaths++;
            server.comeBack();
            assertThat(last.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                    .as("it ends; " + errors())
                    .isTrue();
            assertThat(last.exitValue()).as(errors()).isZero();
            int most = deaths * SendsUntilKilled.CONNECTIONS + faults.doubts.get();
            assertEach(file, mailing, server.received(), most);
        }
    }

    private static Mailing queue(Path file, Instant now) {
        try (Storage storage = JdbcStorage.open(file)) {
            Mailing mailing = Mailing.digest("2025-11-07", "Europe/Berlin", now);
            storage.mailings().open(mailing);
            List<Addressed> parts =
                    IntStream.range(0, READERS)
                            .mapToObj(n ->
                                    new Addressed(
                                            new SubscriberId("s" + n),
                                            address(n),
                                            now,
                                            List.of(Fixtures.id(1), Fixtures.id(2)),
                                            null))
                            .toList();
            assertThat(storage.mailings().queue(mailing.id(), parts, now)).hasSize(READERS);
            return mailing;
        }
    }

    private static MailAddress address(int n) {
        return new MailAddress("reader%d@host%d.example.org".formatted(n, n % 7));
    }

    private static void assertEach(
            Path file, Mailing mailing, List<Received> received, int mostUnknown) {
        Map<String, Integer> times = new HashMap<>();
        try (Storage storage = JdbcStorage.open(file)) {
            ReturnPath paths =
                    new ReturnPath(
                            storage.suppressions()::secret, SmtpTransportTest.settings().bounces());
            for (Received one : received) {
                String name = name(one);
                times.merge(name, 1, Integer::sum);
                assertThat(paths.name(new MailAddress(one.envelope().from()))).contains(name);
            }
            int unknown = 0;
            for (int n = 0; n < READERS; n++) {
                DeliveryId id = new DeliveryId(mailing.id(), new SubscriberId("s" + n));
                Delivery delivery = storage.ledger().find(id.name()).orElseThrow();
                int arrived = times.getOrDefault(id.name(), 0);
                if (delivery.state() == State.UNKNOWN) {
                    unknown++;
                    assertThat(arrived).as("arrivals of %s", delivery).isLessThanOrEqualTo(1);
                } else {
                    assertThat(delivery.state()).as("%s", delivery).isEqualTo(State.SENT);
                    assertThat(arrived).as("arrivals of %s", delivery).isEqualTo(1);
                }
            }
            assertThat(times.keySet()).hasSizeLessThanOrEqualTo(READERS);
            assertThat(storage.ledger().in(State.UNKNOWN, READERS)).hasSize(unknown);
            System.out.println(
                    "%d readers, %d arrived, %d unknown of at most %d"
                            .formatted(READERS, received.size(), unknown, mostUnknown));
            assertThat(unknown).isLessThanOrEqualTo(mostUnknown);
        }
    }

    private static String name(Received received) {
        Matcher id =
                MESSAGE_ID.matcher(new String(received.message(), StandardCharsets.ISO_8859_1));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private Process start(Path file, PlayedMailServer server, Instant began) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SendsUntilKilled.class.getName(),
                        file.toString(),
                        Integer.toString(server.port()),
                        began.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()))
                .start();
    }

    private String errors() throws IOException {
        Path errors = folder.resolve("err");
        return Files.exists(errors) ? Files.readString(errors) : "";
    }
}
