package org.broadsheet.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Bouncing;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Claiming;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.DeliveryId;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.Outcome;
import org.broadsheet.delivery.StatusCode;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.delivery.Suppression;
import org.broadsheet.server.mail.BouncesRead.Verdict;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports of deliveries and complaints, in files of ours under `mail`, and what only looks so.
class BouncesReadTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final MailAddress ADA = new MailAddress("ada@example.net");
    private static final DeliveryId ID =
            new DeliveryId(Mailing.digest("2025-11-07", "UTC", NOW).id(), new SubscriberId("ada"));

    private final Storage storage = new InMemoryStorage();
    private final ReturnPath paths =
            new ReturnPath(storage.suppressions()::secret, new MailAddress("returned@example.org"));
    private final BouncesRead bounces =
            new BouncesRead(
                    paths,
                    new Bouncing(
                            storage.ledger(),
                            storage.suppressions(),
                            Clock.fixed(NOW, ZoneOffset.UTC)));

    private String mail(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/mail/" + name + ".eml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("RETURN-PATH", paths.of(ID.name()));
        }
    }

    private Verdict take(String mail, String... to) throws IOException {
        return bounces.take(
                List.of(to), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private void send() {
        storage.mailings().open(Mailing.digest("2025-11-07", "UTC", NOW));
        Addressed part = new Addressed(ID.subscriber(), ADA, NOW, List.of(), null);
        storage.mailings().queue(ID.mailing(), List.of(part), NOW);
        Claiming claiming = new Claiming("node", 1, Set.of(), Duration.ofMinutes(1));
        Claimed claimed = storage.deliveries().claim(claiming, NOW).getFirst();
        storage.deliveries().doubt(claimed, "hash", NOW);
        storage.deliveries().end(claimed, new Outcome.Sent("250"), NOW);
    }

    @ParameterizedTest
    @CsvSource({"hard,5.1.1", "full,5.2.2", "vague,5.1.1", "several,5.1.1"})
    void aReportOfADeliverySaysWhichAndWhy(String file, String status) throws IOException {
        assertThat(take(mail(file), paths.of(ID.name())))
                .isEqualTo(new Verdict.CameBack(ID.name(), StatusCode.in(status).orElseThrow()));
    }

    @Test
    void theReturnedHeaderWillDoWhereTheEnvelopeIsGone() throws IOException {
        assertThat(take(mail("hard"))).isInstanceOf(Verdict.CameBack.class);
        assertThat(take(mail("hard"), "postmaster@example.org"))
                .isInstanceOf(Verdict.CameBack.class);
    }

    @Test
    void whatCameBackForGoodIsNotWrittenToAgain() throws IOException {
        send();
        take(mail("hard"), paths.of(ID.name()));
        assertThat(storage.ledger().find(ID.name()).orElseThrow().state())
                .isEqualTo(Delivery.State.FAILED);
        assertThat(storage.ledger().find(ID.name()).orElseThrow().note())
                .isEqualTo("came back: 5.1.1");
        assertThat(storage.suppressions().of(ADA).orElseThrow().reason())
                .isEqualTo(Suppression.Reason.BOUNCED);
    }

    @Test
    void aFullMailboxAndADelayAreForgiven() throws IOException {
        send();
        assertThat(take(mail("delayed"), paths.of(ID.name())))
                .isEqualTo(new Verdict.Told("delayed"));
        assertThat(storage.ledger().find(ID.name()).orElseThrow().state())
                .isEqualTo(Delivery.State.SENT);
        take(mail("full"), paths.of(ID.name()));
        assertThat(storage.ledger().find(ID.name()).orElseThrow().state())
                .isEqualTo(Delivery.State.FAILED);
        assertThat(storage.suppressions().of(ADA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint", "complaint-by-header"})
    void whoeverComplainsIsNotWrittenToAgain(String file) throws IOException {
        send();
        assertThat(take(mail(file), "complaints@example.org"))
                .isEqualTo(new Verdict.Complained(ID.name()));
        assertThat(storage.suppressions().of(ADA).orElseThrow().reason())
                .isEqualTo(Suppression.Reason.COMPLAINED);
    }

    @Test
    void mailThatIsWantedAfterAllIsNoComplaint() throws IOException {
        send();
        assertThat(take(mail("not-spam"))).isEqualTo(new Verdict.Told("not-spam"));
        assertThat(storage.suppressions().of(ADA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto-reply|no report but text/plain",
                "read-receipt|another type: \"disposition-notification\"",
                "without-status|Final-Recipient, Action and Status",
                "without-reporter|Reporting-MTA",
                "complaint-of-nothing|Feedback-Type"
            })
    void whatOnlyLooksLikeAReportIsPassedOver(String file, String why) throws IOException {
        send();
        assertThat(take(mail(file), paths.of(ID.name())).toString()).contains("Passed", why);
        assertThat(storage.suppressions().of(ADA)).isEmpty();
        assertThat(storage.ledger().find(ID.name()).orElseThrow().state())
                .isEqualTo(Delivery.State.SENT);
    }

    @Test
    void aReportAboutAnAddressThatWeDidNotMakeIsPassedOver() throws IOException {
        send();
        String made = paths.of(ID.name());
        String forged =
                made.substring(0, made.indexOf('@') - 1)
                        + (made.charAt(made.indexOf('@') - 1) == 'a' ? 'b' : 'a')
                        + "@example.org";
        assertThat(take(mail("anothers"), "returned@example.org").toString())
                .contains("about no mail of ours");
        assertThat(take(mail("hard").replace(made, forged), forged).toString())
                .contains("about no mail of ours");
        assertThat(storage.suppressions().of(ADA)).isEmpty();
    }

    /// Whatever arrives, it is read to a verdict.
    @Test
    void mailThatIsTornOrBentBreaksNothing() throws IOException {
        Random random = new Random(20251107);
        for (String file : List.of("hard", "several", "complaint", "auto-reply")) {
            String whole = mail(file);
            for (int n = 0; n < 300; n++) {
                StringBuilder bent = new StringBuilder(whole);
                for (int i = 0; i < 1 + n % 5; i++) {
                    int at = random.nextInt(bent.length());
                    switch (random.nextInt(3)) {
                        case 0 -> bent.setLength(Math.max(1, at));
                        case 1 -> bent.setCharAt(at, (char) random.nextInt(256));
                        default -> bent.insert(at, "\r\n");
                    }
                }
                assertThat(take(bent.toString(), paths.of(ID.name()))).isNotNull();
            }
        }
    }
}
