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
import java.util.Properties;
import org.broadsheet.mail.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages become files that mail programs open.
class EmlOutboxTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path home;

    private EmlOutbox outbox() {
        return new EmlOutbox(home.resolve("outbox"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Message message(String subject, String body) {
        return new Message("ada@example.org", subject, body, Message.Kind.ACCOUNT);
    }

    @Test
    void aMessageIsOneWholeFileThatReadsBack() throws Exception {
        String body = "Grüße, שלום 🧪\n.\nFrom here on\n" + "long ".repeat(500) + "\n";
        outbox().hand(message("Prüfen: שלום", body));
        try (var files = Files.list(home.resolve("outbox"))) {
            Path file = files.toList().getFirst();
            assertThat(file.getFileName().toString())
                    .startsWith("20251107T120000.000Z-")
                    .endsWith(".eml");
            try (var bytes = Files.newInputStream(file)) {
                MimeMessage read = new MimeMessage(Session.getInstance(new Properties()), bytes);
                assertThat(read.getSubject()).isEqualTo("Prüfen: שלום");
                assertThat(read.getAllRecipients())
                        .extracting(Object::toString)
                        .containsExactly("ada@example.org");
                assertThat(read.getContent().toString().replace("\r\n", "\n")).isEqualTo(body);
                assertThat(read.getSentDate()).isEqualTo(NOW);
                assertThat(read.getMessageID()).isNotEmpty();
            }
            assertThat(Files.readString(file, StandardCharsets.US_ASCII))
                    .contains("Auto-Submitted: auto-generated");
        }
        assertThat(outbox().latest(9))
                .extracting(EmlOutbox.Kept::to)
                .containsExactly("ada@example.org");
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
        outbox().hand(message("Hello\r\nBcc: all@example.org", "Body"));
        assertThat(outbox().latest(1))
                .extracting(EmlOutbox.Kept::subject)
                .containsExactly("Hello Bcc: all@example.org");
        try (var files = Files.list(home.resolve("outbox"))) {
            assertThat(Files.readString(files.toList().getFirst())).doesNotContain("\r\nBcc:");
        }
    }

    @Test
    void anEmptyOutboxAndStrangersFilesAreNoTrouble() throws Exception {
        assertThat(outbox().latest(9)).isEmpty();
        outbox().hand(message("One", "Body"));
        Files.writeString(home.resolve("outbox/half.eml.part"), "half");
        assertThat(outbox().latest(9)).hasSize(1);
    }
}
