package org.broadsheet.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.broadsheet.server.config.MailSettings;
import org.broadsheet.server.config.MailSettings.Security;
import org.broadsheet.server.config.MailSettings.SmtpServer;

/// The servers that take our mail: connects to the first that answers. One that did not is tried
/// again after a while, and at once where no other is left. Safe for many threads.
final class SmtpServers {
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /// RFC 5321, 4.5.3.2, gives a server ten minutes after the final dot. Who waits less may send
    /// twice; we would not, so two minutes only make more deliveries unknown.
    private static final Duration TO_ANSWER = Duration.ofMinutes(2);

    private final MailSettings settings;
    private final String ourName;
    private final Clock clock;
    private final Map<SmtpServer, Instant> leftAloneUntil = new HashMap<>();

    /// @param ourName what we call ourselves to servers
    SmtpServers(MailSettings settings, String ourName, Clock clock) {
        this.settings = settings;
        this.ourName = ourName;
        this.clock = clock;
    }

    /// A connection that mail can be sent over.
    ///
    /// @throws MessagingException where no server answers; it says what the last one said
    LastMomentTransport connect() throws MessagingException {
        MessagingException last = null;
        for (boolean patient : new boolean[] {true, false}) {
            for (SmtpServer server : settings.servers()) {
                if (isLeftAlone(server) == patient) {
                    continue;
                }
                try {
                    return connect(server);
                } catch (MessagingException e) {
                    last = new MessagingException(server + ": " + e.getMessage(), e);
                    leaveAlone(server);
                }
            }
            if (last != null) {
                throw last;
            }
        }
        throw new MessagingException("no server is named; set mail.smtp");
    }

    private synchronized boolean isLeftAlone(SmtpServer server) {
        return leftAloneUntil.getOrDefault(server, Instant.MIN).isAfter(clock.instant());
    }

    synchronized void leaveAlone(SmtpServer server) {
        leftAloneUntil.put(server, clock.instant().plus(LEFT_ALONE));
    }

    private LastMomentTransport connect(SmtpServer server) throws MessagingException {
        LastMomentTransport transport = new LastMomentTransport(session(server));
        boolean hasUser = !server.user().isEmpty();
        transport.connect(
                server.host(),
                server.port(),
                hasUser ? server.user() : null,
                hasUser ? secret() : null);
        return transport;
    }

    private Session session(SmtpServer server) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", ourName);
        properties.put("mail.smtp.connectiontimeout", Long.toString(TO_CONNECT.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(TO_ANSWER.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(TO_ANSWER.toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", new NoDelaySockets());
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(isTls(server, Security.TLS)));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put(
                "mail.smtp.starttls.required", Boolean.toString(isTls(server, Security.STARTTLS)));
        properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.put(
                "mail.smtp.auth.mechanisms",
                settings.credentials().tokenFile().isPresent() ? "XOAUTH2" : "PLAIN LOGIN");
        return Session.getInstance(properties);
    }

    private static boolean isTls(SmtpServer server, Security security) {
        return server.security() == security;
    }

    private String secret() {
        return settings.credentials()
                .tokenFile()
                .map(file -> {
                    try {
                        return Files.readString(file).strip();
                    } catch (IOException e) {
                        throw new UncheckedIOException("cannot read the token in " + file, e);
                    }
                })
                .orElse(settings.credentials().password());
    }
}
