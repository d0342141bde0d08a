package org.broadsheet.server.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.broadsheet.server.config.MailSettings.Place;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/// Takes mail that comes back, by SMTP, from the server that gets the mail of our domain. It takes
/// what is for addresses that it knows, and relays nothing. Whoever made it closes it.
final class BounceReceiver implements AutoCloseable {
    private static final int LONGEST_BYTES = 1 << 20;
    private static final int MOST_CONNECTIONS = 20;
    private static final int MOST_RECIPIENTS = 10;
    private static final System.Logger LOG = System.getLogger(BounceReceiver.class.getName());

    private final SMTPServer server;
    private final Predicate<String> known;
    private final BouncesRead bounces;

    /// @param known whether mail to an address is for us
    BounceReceiver(Place at, String ourName, Predicate<String> known, BouncesRead bounces) {
        this.known = known;
        this.bounces = bounces;
        server =
                SMTPServer.port(at.port())
                        .bindAddress(address(at))
                        .hostName(ourName)
                        .softwareName("Broadsheet")
                        .maxMessageSize(LONGEST_BYTES)
                        .maxConnections(MOST_CONNECTIONS)
                        .maxRecipients(MOST_RECIPIENTS)
                        .insertReceivedHeaders(false)
                        .executorService(Executors.newVirtualThreadPerTaskExecutor())
                        .messageHandlerFactory(_ -> new Taking())
                        .build();
        server.start();
    }

    private static InetAddress address(Place at) {
        try {
            return InetAddress.getByName(at.host());
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("mail.receive-at names no address: " + at, e);
        }
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Taking implements MessageHandler {
        private final List<String> to = new ArrayList<>();

        @Override
        public void from(String address) {}

        @Override
        public void recipient(String address) throws RejectException {
            if (!known.test(address)) {
                throw new RejectException(550, "5.1.1 nobody has that address here");
            }
            to.add(address);
        }

        @Override
        public String data(InputStream mail) throws RejectException, IOException {
            byte[] all = mail.readNBytes(LONGEST_BYTES + 1);
            if (all.length > LONGEST_BYTES) {
                throw new RejectException(552, "5.3.4 too long for a report");
            }
            try {
                BouncesRead.Verdict verdict = bounces.take(to, new ByteArrayInputStream(all));
                LOG.log(Level.INFO, "mail came back: {0}", verdict);
                return "2.0.0 taken";
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "mail that came back cannot be taken now", e);
                throw new RejectException(451, "4.3.0 not now");
            }
        }

        @Override
        public void done() {}
    }
}
