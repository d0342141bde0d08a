package org.broadsheet.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.broadsheet.mail.Message;
import org.broadsheet.mail.Outbox;

/// A folder with a file for each message, as any mail program opens it. A file appears whole, under
/// a name that sorts by time; only the owner of the folder reads it.
public final class EmlOutbox implements Outbox {
    private static final String SUFFIX = ".eml";
    private static final String FROM = "broadsheet@localhost";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    public EmlOutbox(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public Path folder() {
        return folder;
    }

    /// A message in the folder.
    ///
    /// @param name of its file
    public record Kept(String name, String to, String subject, Instant at, String body) {}

    @Override
    public void hand(Message message) {
        String name = STAMP.format(clock.instant()) + "-" + UUID.randomUUID() + SUFFIX;
        try {
            Files.createDirectories(folder);
            Path written = folder.resolve(name + ".part");
            try (OutputStream file = Files.newOutputStream(written)) {
                mime(message).writeTo(file);
            }
            Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("the message cannot be written", e));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the message cannot be written into " + folder + ": " + e.getMessage(), e);
        }
    }

    private MimeMessage mime(Message message) throws MessagingException {
        MimeMessage mime = new MimeMessage(Session.getInstance(new Properties()));
        mime.setFrom(new InternetAddress(FROM));
        mime.setRecipient(
                jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.to(), true));
        mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mime.setText(message.body(), StandardCharsets.UTF_8.name());
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.saveChanges();
        return mime;
    }

    /// The latest messages first, at most `limit`.
    public List<Kept> latest(int limit) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing((Path file) -> file.getFileName()).reversed())
                    .limit(limit)
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing for a file that went away or that somebody else put there.
    private static Optional<Kept> read(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            MimeMessage mime = new MimeMessage(Session.getInstance(new Properties()), bytes);
            Date sent = mime.getSentDate();
            return Optional.of(
                    new Kept(
                            file.getFileName().toString(),
                            InternetAddress.toString(mime.getAllRecipients()),
                            String.valueOf(mime.getSubject()),
                            sent == null ? Instant.EPOCH : sent.toInstant(),
                            String.valueOf(mime.getContent())));
        } catch (IOException | MessagingException _) {
            return Optional.empty();
        }
    }
}
