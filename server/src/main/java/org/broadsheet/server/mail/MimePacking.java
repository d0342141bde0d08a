package org.broadsheet.server.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Packing;
import org.broadsheet.delivery.Transport.Parcel;
import org.broadsheet.server.config.MailSettings;

/// Letters as MIME: plain text first, then HTML where there is any, both quoted-printable, so that
/// no line is too long and nothing is changed on the way. The Message-ID says which delivery it is.
final class MimePacking implements Packing {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final ReturnPath returnPath;
    private final UnaryOperator<byte[]> signed;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    /// @param signed puts signatures before a message
    MimePacking(
            MailSettings settings,
            ReturnPath returnPath,
            UnaryOperator<byte[]> signed,
            Clock clock) {
        this.settings = settings;
        this.returnPath = returnPath;
        this.signed = signed;
        this.clock = clock;
    }

    @Override
    public Parcel pack(Claimed claimed, Letter letter) {
        String name = claimed.id().name();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mime(claimed, letter).writeTo(bytes);
            return new Parcel(
                    name,
                    returnPath.of(name),
                    claimed.address(),
                    signed.apply(bytes.toByteArray()));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the letter has no form on the wire", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MimeMessage mime(Claimed claimed, Letter letter)
            throws MessagingException, IOException {
        String id = "<%s@%s>".formatted(claimed.id().name(), Delivery.domain(settings.from()));
        MimeMessage mime = new Named(session, id);
        mime.setFrom(new InternetAddress(settings.from().value(), settings.name(), UTF_8));
        mime.setRecipient(
                Message.RecipientType.TO, new InternetAddress(claimed.address().value(), true));
        mime.setSubject(letter.subject(), UTF_8);
        mime.setSentDate(Date.from(clock.instant()));
        for (Letter.Field field : letter.fields()) {
            mime.setHeader(field.name(), folded(field));
        }
        mime.setHeader("Auto-Submitted", "auto-generated");
        if (letter.html().isEmpty()) {
            text(mime, letter.text(), "plain");
        } else {
            MimeMultipart both = new MimeMultipart("alternative");
            MimeBodyPart plain = new MimeBodyPart();
            text(plain, letter.text(), "plain");
            both.addBodyPart(plain);
            MimeBodyPart html = new MimeBodyPart();
            text(html, letter.html(), "html");
            both.addBodyPart(html);
            mime.setContent(both);
        }
        mime.saveChanges();
        return mime;
    }

    private static String folded(Letter.Field field) {
        return jakarta.mail.internet.MimeUtility.fold(field.name().length() + 2, field.value());
    }

    private static void text(MimePart part, String text, String subtype) throws MessagingException {
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    /// A message that keeps the Message-ID that it was made with.
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
