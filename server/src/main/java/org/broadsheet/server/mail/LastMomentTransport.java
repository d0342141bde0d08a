package org.broadsheet.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// An SMTP client that asks before it writes the final dot. Where the answer is no, or asking
/// fails, it drops the connection without another word (so does its superclass at any
/// `IOException`), and the server has no message.
final class LastMomentTransport extends SMTPTransport {
    private BooleanSupplier lastMoment = () -> true;
    private Passed passed = Passed.NOT_YET;
    private @Nullable RuntimeException failure;

    /// How far the message in hand got.
    enum Passed {
        NOT_YET,
        HELD,
        /// The dot may be on its way.
        GONE
    }

    LastMomentTransport(Session session) {
        super(session, null);
    }

    /// To be called before each message.
    void begin(BooleanSupplier asked) {
        lastMoment = asked;
        passed = Passed.NOT_YET;
        failure = null;
    }

    Passed passed() {
        return passed;
    }

    /// What asking failed with.
    @Nullable RuntimeException failure() {
        return failure;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!goes()) {
            passed = Passed.HELD;
            throw new IOException("held back at the last moment");
        }
        passed = Passed.GONE;
        super.finishData();
    }

    private boolean goes() {
        try {
            return lastMoment.getAsBoolean();
        } catch (RuntimeException e) {
            failure = e;
            return false;
        }
    }
}
