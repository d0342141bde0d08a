package org.broadsheet.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Addressed;
import org.broadsheet.delivery.Delivery.State;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.SubscriberId;
import org.broadsheet.mail.Message;
import org.broadsheet.server.config.MailSettings;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While no server is named, messages become files that mail programs open.
class EmlOutboxTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final MailSettings FILES =
            new MailSettings(
                    "Daily Papers",
                    new MailAddress("papers@example.org"),
                    new MailAddress("returned@example.org"),
                    List.of(),
                    new MailSettings.Credentials("", Optional.empty()),
                    4,
                    1,
                    Optional.of("papers"),
                    Optional.empty());

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path home;

    private final Storage storage = new InMemoryStorage();

    @SuppressWarnings("NullAway.Init") // by JUnit
    private Mailroom mail;

    @BeforeEach
    void open() {
        mail =
                new Mailroom(
                        storage,
                        new Mailroom.Whose(home, "node", FILES),
                        Mailroom::noneWritten,
                        CLOCK);
    }

    @AfterEach
    void close() {
        mail.close();
    }

    private void hand(String subject, String body) {
        mail.outbox().hand(new Message("ada@example.org", subject, body, Message.Kind.ACCOUNT));
    }

    private Path onlyFile() throws Exception {
        try (var files = Files.list(home.resolve("outbox"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static MimeMessage read(Path file) throws Exception {
        try (var bytes = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), bytes);
        }
    }

    @Test
    void aMessageIsOneWholeFileThatReadsBack() throws Exception {
        String body = "Grüße, שלום 🧪\n.\nFrom here on\n" + "long ".repeat(500) + "\n";
        hand("Prüfen: שלום", body);
        Path file = onlyFile();
        assertThat(file.getFileName().toString())
                .startsWith("20251107T120000.000Z-")
                .endsWith(".eml");
        MimeMessage read = read(file);
        assertThat(read.getSubject()).isEqualTo("Prüfen: שלום");
        assertThat(read.getFrom())
                .extracting(Object::toString)
                .containsExactly("Daily Papers <papers@example.org>");
        assertThat(read.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("ada@example.org");
        assertThat(read.getContent().toString().replace("\r\n", "\n")).isEqualTo(body);
        assertThat(read.getSentDate()).isEqualTo(NOW);
        assertThat(read.getMessageID()).matches("<[a-z2-7]{26}@example\\.org>");
        assertThat(Files.readString(file, StandardCharsets.US_ASCII))
                .startsWith("DKIM-Signature: ")
                .contains("Auto-Submitted: auto-generated");
        assertThat(mail.files().latest(9))
                .extracting(EmlOutbox.Kept::to)
                .containsExactly("ada@example.org");
        assertThat(storage.ledger().count()).isEqualTo(Map.of(State.SENT, 1L));
    }

    @Test
    void aLetterWithHtmlHasItsTextFirst() throws Exception {
        Mailing mailing = Mailing.single(Mailing.Kind.NOTICE, "a", NOW);
        Letter letter =
                new Letter(
                        "Both",
                        "Täxt\n",
                        "<p>HTML</p>",
                        List.of(
                                new Letter.Field(
                                        "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
        storage.mailings().open(mailing);
        Addressed part =
                new Addressed(
                        new SubscriberId("s"),
                        new MailAddress("ada@example.org"),
                        NOW,
                        List.of(),
                        letter);
        storage.mailings().queue(mailing.id(), List.of(part), NOW);
        mail.wake();
        MimeMessage read = read(onlyFile());
        assertThat(read.getContentType()).startsWith("multipart/alternative");
        assertThat(read.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.files().latest(1).getFirst().body().strip()).isEqualTo("Täxt");
    }

    @Test
    void noHeaderCanBeSmuggledIn() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Message(
                                "ada@example.org\r\nBcc: all@example.org",
                                "x",
                                "",
                                Message.Kind.NOTICE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter.Field("X-A", "b\r\nBcc: all@example.org"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter.Field("Bcc:all@example.org\r\nX", "b"));
        hand("Hello\r\nBcc: all@example.org", "Body");
        assertThat(mail.files().latest(1))
                .extracting(EmlOutbox.Kept::subject)
                .containsExactly("Hello Bcc: all@example.org");
        assertThat(Files.readString(onlyFile())).doesNotContain("\r\nBcc:");
    }

    @Test
    void anEmptyOutboxAndStrangersFilesAreNoTrouble() throws Exception {
        assertThat(mail.files().latest(9)).isEmpty();
        hand("One", "Body");
        Files.writeString(home.resolve("outbox/half.eml.part"), "half");
        assertThat(mail.files().latest(9)).hasSize(1);
    }

    @Test
    void aMessageThatCannotBeWrittenWaits() throws Exception {
        Files.writeString(home.resolve("outbox"), "a file where the folder should be");
        hand("One", "Body");
        assertThat(storage.ledger().count()).isEqualTo(Map.of(State.QUEUED, 1L));
        assertThat(mail.stopped()).contains("outbox");
    }
}
