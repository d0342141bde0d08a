package org.broadsheet.server.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.delivery.Bouncing;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Sending;
import org.broadsheet.limit.Limit;
import org.broadsheet.server.config.MailSettings;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;

/// A process that sends what is due in a store until nothing waits any more, or somebody kills it.
/// Its clock runs fast, so that whoever is told "later" is tried again within seconds.
public final class SendsUntilKilled {
    static final int CONNECTIONS = 4;

    /// A minute of back-off is two seconds; a lease of 15 minutes is half a minute.
    private static final int HURRY = 30;

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private SendsUntilKilled() {}

    /// @param words the store's file, the server's port, and when the clock began
    public static void main(String... words) {
        Clock clock = hurried(Instant.parse(words[2]));
        MailSettings settings = SmtpTransportTest.settings(Integer.parseInt(words[1]));
        try (Storage storage = JdbcStorage.open(Path.of(words[0]))) {
            SmtpServers servers = new SmtpServers(settings, "papers.example.org", clock);
            Sending.Parts parts =
                    new Sending.Parts(
                            storage.deliveries(),
                            new Bouncing(storage.ledger(), storage.suppressions(), clock),
                            SendsUntilKilled::letter,
                            new MimePacking(
                                    settings,
                                    new ReturnPath(
                                            storage.suppressions()::secret, settings.bounces()),
                                    message -> message,
                                    clock),
                            () -> new SmtpTransport(servers, clock));
            Sending.Rules rules =
                    new Sending.Rules(
                            "node", CONNECTIONS, new Limit(1_000_000, Duration.ofMinutes(1)));
            try (Sending sending = new Sending(parts, rules, clock)) {
                do {
                    if (sending.once() == 0) {
                        LockSupport.parkNanos(LOOK_EVERY_NANOS);
                    }
                } while (isAnyLeft(storage));
            }
        }
    }

    private static boolean isAnyLeft(Storage storage) {
        var count = storage.ledger().count();
        return List.of(
                        Delivery.State.QUEUED,
                        Delivery.State.DEFERRED,
                        Delivery.State.SENDING,
                        Delivery.State.IN_DOUBT)
                .stream()
                .anyMatch(count::containsKey);
    }

    static Letter letter(Claimed claimed) {
        return Letter.plain(
                "Today's papers", "For " + claimed.id().subscriber() + "\n" + "word ".repeat(300));
    }

    static Clock hurried(Instant began) {
        InstantSource real = InstantSource.system();
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return began.plus(Duration.between(began, real.instant()).multipliedBy(HURRY));
            }
        };
    }
}
