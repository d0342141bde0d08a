package org.broadsheet.server.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Bouncing;
import org.broadsheet.delivery.StatusCode;
import org.broadsheet.paper.Text;
import org.jspecify.annotations.Nullable;

/// Reads mail that comes back: reports of deliveries (RFC 3464) and of complaints (RFC 5965), and
/// nothing that only looks like one. Which delivery a report is about is believed only of an
/// address that we made ourselves ([ReturnPath]): the one it came to, or the one it says the mail
/// came from.
public final class BouncesRead {
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_PARTS = 20;
    private static final Session SESSION = Session.getInstance(new Properties());

    private final ReturnPath paths;
    private final Bouncing bouncing;

    BouncesRead(ReturnPath paths, Bouncing bouncing) {
        this.paths = paths;
        this.bouncing = bouncing;
    }

    /// What a mail turned out to be.
    public sealed interface Verdict {
        /// A delivery came back for good.
        record CameBack(String name, StatusCode status) implements Verdict {}

        /// A reader complained.
        record Complained(String name) implements Verdict {}

        /// A report without consequences: of a delay, or of success.
        record Told(String what) implements Verdict {}

        /// No report, or one about mail that is not ours.
        ///
        /// @param why what was missing
        record Passed(String why) implements Verdict {}
    }

    /// Reads a mail and does what follows from it.
    ///
    /// @param to the addresses in its envelope
    public Verdict take(List<String> to, InputStream mail) throws IOException {
        Verdict verdict = read(to, mail);
        switch (verdict) {
            case Verdict.CameBack(String name, StatusCode status) ->
                    bouncing.cameBack(name, status, "came back: " + status);
            case Verdict.Complained(String name) -> bouncing.complained(name);
            case Verdict.Told _, Verdict.Passed _ -> {
                // Nothing follows.
            }
        }
        return verdict;
    }

    Verdict read(List<String> to, InputStream mail) throws IOException {
        try {
            return verdict(to, new MimeMessage(SESSION, mail));
        } catch (MessagingException e) {
            return new Verdict.Passed(
                    "it cannot be read: " + Text.oneLine(String.valueOf(e.getMessage())));
        }
    }

    private Verdict verdict(List<String> to, MimeMessage mail)
            throws MessagingException, IOException {
        ContentType type = new ContentType(mail.getContentType());
        if (!type.match("multipart/report")) {
            return new Verdict.Passed("it is no report but " + type.getBaseType());
        }
        Multipart parts =
                new MimeMultipart(new ByteArrayDataSource(mail.getInputStream(), type.toString()));
        String kind =
                Optional.ofNullable(type.getParameter("report-type"))
                        .orElse("")
                        .toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "delivery-status" -> delivery(to, parts);
            case "feedback-report" -> complaint(to, parts);
            default -> new Verdict.Passed("a report of another type: \"" + kind + "\"");
        };
    }

    private Verdict delivery(List<String> to, Multipart parts)
            throws MessagingException, IOException {
        BodyPart status = part(parts, "message/delivery-status", "message/global-delivery-status");
        if (status == null) {
            return new Verdict.Passed("the report has no part message/delivery-status");
        }
        List<InternetHeaders> blocks = blocks(status);
        if (blocks.size() < 2 || field(blocks.getFirst(), "Reporting-MTA").isEmpty()) {
            return new Verdict.Passed("the report names no Reporting-MTA and recipient");
        }
        Optional<String> name = name(to, returned(parts));
        if (name.isEmpty()) {
            return new Verdict.Passed("the report is about no mail of ours");
        }
        return worst(name.get(), blocks.subList(1, blocks.size()));
    }

    /// Each of our mails goes to one address; where it was passed on to several, one that failed
    /// for good counts.
    private static Verdict worst(String name, List<InternetHeaders> recipients) {
        Verdict worst = new Verdict.Passed("no recipient has a Final-Recipient, Action and Status");
        for (InternetHeaders one : recipients) {
            Verdict verdict = of(name, one);
            if (verdict instanceof Verdict.CameBack(String _, StatusCode status)
                            && (status.isHard() || !(worst instanceof Verdict.CameBack))
                    || worst instanceof Verdict.Passed) {
                worst = verdict;
            }
        }
        return worst;
    }

    private static Verdict of(String name, InternetHeaders recipient) {
        String action = field(recipient, "Action").toLowerCase(Locale.ROOT);
        Optional<StatusCode> status = StatusCode.in(field(recipient, "Status"));
        if (status.isEmpty() || field(recipient, "Final-Recipient").isEmpty()) {
            return new Verdict.Passed("no recipient has a Final-Recipient, Action and Status");
        }
        return switch (action) {
            case "failed" -> new Verdict.CameBack(name, precise(status.get(), recipient));
            case "delayed", "delivered", "relayed", "expanded" -> new Verdict.Told(action);
            default -> new Verdict.Passed("an unknown Action: \"" + shortened(action) + "\"");
        };
    }

    /// Many systems say `5.0.0` and leave the reason to the remote server's words.
    private static StatusCode precise(StatusCode status, InternetHeaders recipient) {
        boolean isVague = status.subject() == 0 && status.detail() == 0;
        return isVague ? StatusCode.in(field(recipient, "Diagnostic-Code")).orElse(status) : status;
    }

    private Verdict complaint(List<String> to, Multipart parts)
            throws MessagingException, IOException {
        BodyPart feedback = part(parts, "message/feedback-report");
        if (feedback == null) {
            return new Verdict.Passed("the report has no part message/feedback-report");
        }
        List<InternetHeaders> blocks = blocks(feedback);
        if (blocks.isEmpty() || field(blocks.getFirst(), "Feedback-Type").isEmpty()) {
            return new Verdict.Passed("the report names no Feedback-Type");
        }
        List<String> all = new ArrayList<>(to);
        all.add(field(blocks.getFirst(), "Original-Mail-From"));
        Optional<String> name = name(all, returned(parts));
        String kind = field(blocks.getFirst(), "Feedback-Type").toLowerCase(Locale.ROOT);
        if (kind.equals("not-spam")) {
            return new Verdict.Told(kind);
        }
        return name.<Verdict>map(Verdict.Complained::new)
                .orElse(new Verdict.Passed("the report is about no mail of ours"));
    }

    /// The delivery that one of the addresses, or the returned mail's Return-Path, is of.
    private Optional<String> name(List<String> addresses, @Nullable InternetHeaders returned) {
        List<String> all = new ArrayList<>(addresses);
        if (returned != null) {
            all.add(field(returned, "Return-Path"));
        }
        return all.stream()
                .flatMap(it -> address(it).stream())
                .flatMap(it -> paths.name(it).stream())
                .findFirst();
    }

    private static Optional<MailAddress> address(String text) {
        try {
            return Optional.of(new MailAddress(text.replaceAll("^\\s*<|>\\s*$", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable InternetHeaders returned(Multipart parts)
            throws MessagingException, IOException {
        BodyPart returned = part(parts, "message/rfc822", "text/rfc822-headers", "message/global");
        if (returned == null) {
            return null;
        }
        try (InputStream content = returned.getInputStream()) {
            return new InternetHeaders(content);
        }
    }

    private static @Nullable BodyPart part(Multipart parts, String... types)
            throws MessagingException {
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            for (String type : types) {
                if (parts.getBodyPart(i).isMimeType(type)) {
                    return parts.getBodyPart(i);
                }
            }
        }
        return null;
    }

    /// The part's groups of fields, which empty lines part.
    private static List<InternetHeaders> blocks(BodyPart part)
            throws MessagingException, IOException {
        List<InternetHeaders> blocks = new ArrayList<>();
        byte[] all;
        try (InputStream content = part.getInputStream()) {
            all = content.readAllBytes();
        }
        PushbackInputStream rest = new PushbackInputStream(new ByteArrayInputStream(all));
        for (int next = rest.read(); next >= 0; next = rest.read()) {
            if (next != '\r' && next != '\n') {
                rest.unread(next);
                blocks.add(new InternetHeaders(rest));
            }
        }
        return blocks;
    }

    /// The field's value in one line; empty where there is none.
    private static String field(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : shortened(Text.oneLine(MimeUtility.unfold(value)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE);
    }
}
