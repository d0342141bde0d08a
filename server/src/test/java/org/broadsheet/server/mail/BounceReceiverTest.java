package org.broadsheet.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Claiming;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.Outcome;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.delivery.Transport.Answer;
import org.broadsheet.delivery.Transport.Parcel;
import org.broadsheet.server.config.MailSettings;
import org.broadsheet.server.config.MailSettings.Place;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail that comes back, handed to a house's own receiver by SMTP.
class BounceReceiverTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DeliveryId ID =
            new DeliveryId(Mailing.digest("2025-11-07", "UTC", NOW).id(), new SubscriberId("ada"));

    @TempDir private Path home = Path.of("");

    private final Storage storage = new InMemoryStorage();

    @SuppressWarnings("NullAway.Init") // by JUnit
    private Mailroom mail;

    @BeforeEach
    void open() {
        MailSettings settings = SmtpTransportTest.settings();
        mail =
                new Mailroom(
                        storage,
                        new Mailroom.Whose(
                                home,
                                "node",
                                new MailSettings(
                                        settings.name(),
                                        settings.from(),
                                        settings.bounces(),
                                        List.of(),
                                        settings.credentials(),
                                        1,
                                        1,
                                        Optional.empty(),
                                        Optional.of(new Place("127.0.0.1", 0)))),
                        Mailroom::noneWritten,
                        CLOCK);
        mail.start();
    }

    @AfterEach
    void close() {
        mail.close();
    }

    private String path() {
        return new ReturnPath(
                        storage.suppressions()::secret, new MailAddress("returned@example.org"))
                .of(ID.name());
    }

    private String report() throws Exception {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/mail/hard.eml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("RETURN-PATH", path());
        }
    }

    private Answer hand(String to, String message) {
        SmtpServers servers =
                new SmtpServers(
                        SmtpTransportTest.settings(mail.receivingPort()), "mx.example.net", CLOCK);
        try (SmtpTransport transport = new SmtpTransport(servers, CLOCK)) {
            return transport.send(
                    new Parcel(
                            "x",
                            "<>",
                            new MailAddress(to),
                            message.getBytes(StandardCharsets.UTF_8)),
                    () -> true);
        }
    }

    private void send() {
        storage.mailings().open(Mailing.digest("2025-11-07", "UTC", NOW));
        Addressed part =
                new Addressed(
                        ID.subscriber(), new MailAddress("ada@example.net"), NOW, List.of(), null);
        storage.mailings().queue(ID.mailing(), List.of(part), NOW);
        Claiming claiming = new Claiming("other", 1, Set.of(), Duration.ofMinutes(1));
        Claimed claimed = storage.deliveries().claim(claiming, NOW).getFirst();
        storage.deliveries().doubt(claimed, "hash", NOW);
        storage.deliveries().end(claimed, new Outcome.Sent("250"), NOW);
    }

    @Test
    void aReportThatComesBackIsTakenAndFollowed() throws Exception {
        send();
        assertThat(hand(path(), report())).isInstanceOf(Answer.Accepted.class);
        assertThat(storage.ledger().find(ID.name()).orElseThrow().state())
                .isEqualTo(Delivery.State.FAILED);
        assertThat(storage.suppressions().of(new MailAddress("ada@example.net"))).isPresent();
    }

    @Test
    void mailForAnybodyElseIsRefused() throws Exception {
        send();
        for (String to :
                List.of("ada@example.net", "returned+x@example.org", "someone@example.org")) {
            assertThat(hand(to, report())).isInstanceOf(Answer.Refused.class);
        }
        assertThat(hand("returned@example.org", "Subject: x\r\n\r\nHello\r\n"))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(storage.ledger().find(ID.name()).orElseThrow().state())
                .isEqualTo(Delivery.State.SENT);
    }

    @Test
    void aMailTooLongForAReportIsRefused() {
        String line = "x".repeat(70) + "\r\n";
        assertThat(hand("returned@example.org", "Subject: x\r\n\r\n" + line.repeat(20_000)))
                .isInstanceOf(Answer.Refused.class);
    }
}
