package org.broadsheet.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/// A message whose bytes are ready: it is written as it is, so that its signatures hold.
final class ReadyMessage extends SMTPMessage {
    private final byte[] bytes;

    ReadyMessage(Session session, String envelopeFrom, byte[] bytes) {
        super(session);
        this.bytes = bytes;
        setEnvelopeFrom(envelopeFrom);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        out.write(bytes);
    }
}
