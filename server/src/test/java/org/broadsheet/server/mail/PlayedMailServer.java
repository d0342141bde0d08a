package org.broadsheet.server.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/// A real SMTP server in the test's own process that takes mail, and fails where the test says so.
final class PlayedMailServer implements AutoCloseable {
    private final SMTPServer server;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Object arrival = new Object();
    private final Function<Envelope, Fault> faults;
    private volatile boolean down;

    /// What a client said before its message.
    record Envelope(String from, String to) {}

    /// A message that the server has for good: it read the final dot.
    record Received(Envelope envelope, byte[] message) {}

    /// What goes wrong with one message.
    enum Fault {
        NONE,
        /// The connection ends in the midst of the message.
        CUT_IN_DATA,
        /// The server has the message, and the connection ends before it says so.
        CUT_BEFORE_ANSWER,
        /// 421 instead of an answer to RCPT, and the end of the connection.
        CLOSES,
        /// 450 to RCPT.
        LATER,
        /// 451 after the final dot.
        LATER_AFTER_DOT,
        /// 550 to RCPT.
        REFUSED,
        /// 554 after the final dot.
        REFUSED_AFTER_DOT
    }

    PlayedMailServer(Function<Envelope, Fault> faults) {
        this.faults = faults;
        server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("mail.example.org")
                        .backlog(50)
                        .executorService(Executors.newVirtualThreadPerTaskExecutor())
                        .insertReceivedHeaders(false)
                        .sessionHandler(new Counting())
                        .messageHandlerFactory(Handling::new)
                        .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /// How many connections were made so far.
    int connections() {
        return connections.get();
    }

    /// Waits until it has so many messages, or the process ends.
    void await(int count, Process sender) throws InterruptedException {
        synchronized (arrival) {
            while (received.size() < count && sender.isAlive()) {
                arrival.wait(50);
            }
        }
    }

    /// Ends all connections at once, as when the server dies; until it is up again it greets with
    /// 421.
    void die() {
        down = true;
        sessions.forEach(PlayedMailServer::cut);
    }

    void comeBack() {
        down = false;
    }

    private static void cut(Session session) {
        try {
            session.getSocket().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Counting implements SessionHandler {
        @Override
        public SessionAcceptance accept(Session session) {
            connections.incrementAndGet();
            sessions.add(session);
            return down ? SessionAcceptance.failure(421, "not now") : SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            sessions.remove(session);
        }
    }

    private final class Handling implements MessageHandler {
        private final Session session;
        private String from = "";
        private String to = "";
        private Fault fault = Fault.NONE;

        Handling(MessageContext context) {
            session = (Session) context;
        }

        @Override
        public void from(String address) {
            from = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            to = address;
            fault = faults.apply(new Envelope(from, to));
            switch (fault) {
                case LATER -> throw new RejectException(450, "4.2.1 not now");
                case REFUSED -> throw new RejectException(550, "5.1.1 nobody here");
                case CLOSES -> throw new DropConnectionException(421, "4.3.2 closing");
                default -> {}
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            if (fault == Fault.CUT_IN_DATA) {
                data.readNBytes(100);
                cut(session);
                throw new IOException("cut");
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            data.transferTo(all);
            switch (fault) {
                case LATER_AFTER_DOT -> throw new RejectException(451, "4.3.0 not now");
                case REFUSED_AFTER_DOT -> throw new RejectException(554, "5.6.0 never");
                default -> {}
            }
            received.add(new Received(new Envelope(from, to), all.toByteArray()));
            synchronized (arrival) {
                arrival.notifyAll();
            }
            if (fault == Fault.CUT_BEFORE_ANSWER) {
                cut(session);
                throw new IOException("cut");
            }
            return "2.0.0 taken";
        }

        @Override
        public void done() {}
    }
}
