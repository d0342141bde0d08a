package org.broadsheet.server.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.broadsheet.delivery.Transport;
import org.broadsheet.paper.Text;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/// One connection to a server that takes mail, opened when it is needed and kept for the next.
final class SmtpTransport implements Transport {
    /// Many servers end a connection after 100 mails; so do we.
    private static final int MOST_OVER_ONE = 100;

    /// After a pause as long as this it is asked whether it still is one.
    private static final Duration SURELY_OPEN = Duration.ofSeconds(5);

    private static final Session NONE = Session.getInstance(new Properties());
    private static final int CLOSING = 421;
    private static final int NOT_SIGNED_IN = 530;
    private static final int SIGN_IN_FAILED = 535;

    private final SmtpServers servers;
    private final Clock clock;
    private @Nullable LastMomentTransport open;
    private int sent;
    private Instant lastUse = Instant.MIN;

    SmtpTransport(SmtpServers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public Answer send(Parcel parcel, BooleanSupplier lastMoment) {
        LastMomentTransport reused = stillOpen();
        if (reused != null) {
            Answer answer = send(reused, parcel, lastMoment);
            // It was closed meanwhile, and nobody has seen the message: another one may do.
            if (!(answer instanceof Answer.Unreachable)) {
                return answer;
            }
        }
        try {
            LastMomentTransport fresh = servers.connect();
            open = fresh;
            sent = 0;
            return send(fresh, parcel, lastMoment);
        } catch (MessagingException | UncheckedIOException e) {
            return new Answer.Unreachable(words(e));
        }
    }

    private @Nullable LastMomentTransport stillOpen() {
        LastMomentTransport held = open;
        boolean isFresh = lastUse.plus(SURELY_OPEN).isAfter(clock.instant());
        if (held == null || sent >= MOST_OVER_ONE || !isFresh && !held.isConnected()) {
            close();
            return null;
        }
        return held;
    }

    private Answer send(LastMomentTransport connection, Parcel parcel, BooleanSupplier lastMoment) {
        connection.begin(lastMoment);
        try {
            connection.sendMessage(
                    new ReadyMessage(NONE, parcel.from(), parcel.message()),
                    new Address[] {new InternetAddress(parcel.to().value())});
            sent++;
            lastUse = clock.instant();
            return new Answer.Accepted(Text.oneLine(connection.getLastServerResponse()));
        } catch (MessagingException | IllegalStateException e) {
            Answer answer = answer(connection, e);
            if (answer instanceof Answer.Refused || answer instanceof Answer.Later) {
                lastUse = clock.instant();
            } else {
                close();
            }
            return answer;
        }
    }

    private static Answer answer(LastMomentTransport connection, Exception e) {
        RuntimeException failure = connection.failure();
        if (failure != null) {
            throw failure;
        }
        int code = code(e);
        return switch (connection.passed()) {
            case HELD -> new Answer.Held();
            case GONE ->
                    isCode(code, 4)
                            ? new Answer.Later(words(e))
                            : isCode(code, 5)
                                    ? new Answer.Refused(code, words(e))
                                    : new Answer.Lost(words(e));
            case NOT_YET -> before(e, code);
        };
    }

    /// What was said of the recipient, or of this message, concerns it alone; all else is about us
    /// or the server.
    private static Answer before(Exception e, int code) {
        boolean isOurs =
                code == CLOSING || code == NOT_SIGNED_IN || code == SIGN_IN_FAILED || code < 400;
        boolean isAboutThis =
                find(e, SMTPAddressFailedException.class) != null
                        || find(e, SMTPSendFailedException.class)
                                        instanceof SMTPSendFailedException s
                                && s.getCommand().equals("DATA");
        if (isOurs || !isAboutThis) {
            return new Answer.Unreachable(words(e));
        }
        return isCode(code, 4) ? new Answer.Later(words(e)) : new Answer.Refused(code, words(e));
    }

    private static boolean isCode(int code, int hundreds) {
        return code / 100 == hundreds;
    }

    /// What the server said, or -1.
    private static int code(Exception e) {
        SMTPAddressFailedException address = find(e, SMTPAddressFailedException.class);
        if (address != null) {
            return address.getReturnCode();
        }
        SMTPSendFailedException send = find(e, SMTPSendFailedException.class);
        return send == null ? -1 : send.getReturnCode();
    }

    private static <E extends Exception> @Nullable E find(Exception e, Class<E> type) {
        for (Exception one = e; one != null; one = next(one)) {
            if (type.isInstance(one)) {
                return type.cast(one);
            }
        }
        return null;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException mail ? mail.getNextException() : null;
    }

    /// The innermost of its messages, which is the server's own.
    private static String words(Exception e) {
        String words = String.valueOf(e.getMessage());
        for (Exception one = next(e); one != null; one = next(one)) {
            if (one.getMessage() != null && !words.contains(one.getMessage())) {
                words += " " + one.getMessage();
            }
        }
        return Text.oneLine(words);
    }

    @Override
    public void close() {
        LastMomentTransport held = open;
        open = null;
        sent = 0;
        if (held != null) {
            try {
                held.close();
            } catch (MessagingException _) {
                // It is closed.
            }
        }
    }
}
