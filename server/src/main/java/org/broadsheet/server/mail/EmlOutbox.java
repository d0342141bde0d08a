package org.broadsheet.server.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.broadsheet.delivery.Transport;

/// A folder with a file for each message, as any mail program opens it: where mail goes while no
/// server is named. A file appears whole, under a name that sorts by time; only the owner of the
/// folder reads it.
public final class EmlOutbox implements Transport {
    private static final String SUFFIX = ".eml";
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
    public Answer send(Parcel parcel, BooleanSupplier lastMoment) {
        String name = STAMP.format(clock.instant()) + "-" + parcel.name() + SUFFIX;
        Path written = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            Files.write(written, parcel.message());
            if (!lastMoment.getAsBoolean()) {
                Files.delete(written);
                return new Answer.Held();
            }
            Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new Answer.Accepted(name);
        } catch (IOException e) {
            return new Answer.Unreachable(
                    "the message cannot be written into " + folder + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {}

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
                            text(mime.getContent())));
        } catch (IOException | MessagingException _) {
            return Optional.empty();
        }
    }

    /// The plain text, which comes first.
    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts && parts.getCount() > 0) {
            BodyPart first = parts.getBodyPart(0);
            return text(first.getContent());
        }
        return String.valueOf(content);
    }
}
