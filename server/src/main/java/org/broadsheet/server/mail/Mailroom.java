package org.broadsheet.server.mail;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.Bouncing;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.LetterWriter;
import org.broadsheet.delivery.Posting;
import org.broadsheet.delivery.Sending;
import org.broadsheet.delivery.Transport;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.limit.Limit;
import org.broadsheet.mail.Outbox;
import org.broadsheet.server.config.MailSettings;
import org.broadsheet.storage.Storage;
import org.jspecify.annotations.Nullable;

/// All that mails of a house need, put together: whoever hands a letter over has it kept, and it is
/// sent by SMTP from a thread of its own, or, where no server is named, written into the outbox
/// folder before the hand-over returns. Whoever made it closes it, before the stores.
public final class Mailroom implements AutoCloseable {
    private final Storage storage;
    private final Clock clock;
    private final String node;
    private final EmlOutbox files;
    private final ReturnPath returnPath;
    private final Optional<DkimKeys> keys;
    private final Bouncing bouncing;
    private final Sending sending;
    private final Outbox outbox;
    private final Sender sender;
    private final MailSettings settings;
    private @Nullable BackgroundWork work;
    private @Nullable BounceReceiver receiver;

    /// Where mails go.
    private enum Sender {
        FILES,
        SERVERS
    }

    /// Whose mail it is.
    ///
    /// @param folder the home
    /// @param node a name of this node, the same after a restart
    public record Whose(Path folder, String node, MailSettings settings) {}

    /// @param writer of the letters that are not stored with their deliveries
    public Mailroom(Storage storage, Whose whose, LetterWriter writer, Clock clock) {
        this.storage = storage;
        this.clock = clock;
        node = whose.node();
        settings = whose.settings();
        files = new EmlOutbox(whose.folder().resolve("outbox"), clock);
        keys = settings.selector().map(it -> DkimKeys.in(whose.folder().resolve("dkim"), it));
        returnPath = new ReturnPath(storage.suppressions()::secret, settings.bounces());
        bouncing = new Bouncing(storage.ledger(), storage.suppressions(), clock);
        sender = settings.servers().isEmpty() ? Sender.FILES : Sender.SERVERS;
        sending =
                new Sending(
                        new Sending.Parts(
                                storage.deliveries(),
                                bouncing,
                                writer,
                                new MimePacking(
                                        settings, returnPath, signed(settings, keys, clock), clock),
                                transports(settings)),
                        new Sending.Rules(
                                node,
                                sender == Sender.FILES ? 1 : settings.connections(),
                                sender == Sender.FILES
                                        ? new Limit(1_000_000, Duration.ofSeconds(1))
                                        : new Limit(settings.perDomain(), Duration.ofMinutes(1))),
                        clock);
        outbox = new Posting(storage.mailings(), clock, new SecureRandom(), this::wake);
    }

    /// A writer for a house whose letters are all stored.
    public static Letter noneWritten(Claimed claimed) {
        throw new IllegalStateException("nobody writes the letters of " + claimed.id().mailing());
    }

    private static UnaryOperator<byte[]> signed(
            MailSettings settings, Optional<DkimKeys> keys, Clock clock) {
        return keys.<UnaryOperator<byte[]>>map(
                        it -> new Dkim(Delivery.domain(settings.from()), it.keys(), clock)::sign)
                .orElse(UnaryOperator.identity());
    }

    private Supplier<Transport> transports(MailSettings settings) {
        if (settings.servers().isEmpty()) {
            return () -> files;
        }
        SmtpServers servers = new SmtpServers(settings, Delivery.domain(settings.from()), clock);
        return () -> new SmtpTransport(servers, clock);
    }

    /// Begins to send what is due, and to take what comes back, as long as this is open. Into files
    /// it is written without.
    public synchronized void start() {
        if (receiver == null) {
            receiver =
                    settings.receiveAt()
                            .map(at ->
                                    new BounceReceiver(
                                            at,
                                            Delivery.domain(settings.from()),
                                            this::isReturned,
                                            bounces()))
                            .orElse(null);
        }
        if (sender == Sender.SERVERS && work == null) {
            work = new BackgroundWork(sending, storage.jobs(), clock, node);
            work.start();
        }
    }

    /// To be called after something was queued.
    public void wake() {
        BackgroundWork started = started();
        if (sender == Sender.FILES) {
            sending.all();
        } else if (started != null) {
            started.wake();
        }
    }

    private synchronized @Nullable BackgroundWork started() {
        return work;
    }

    /// The one way out for letters to single readers.
    public Outbox outbox() {
        return outbox;
    }

    /// The folder for mails while no server is named.
    public EmlOutbox files() {
        return files;
    }

    /// Whether mail to the address is mail that came back.
    private boolean isReturned(String address) {
        try {
            MailAddress to = new MailAddress(address);
            return to.equals(settings.bounces()) || returnPath.name(to).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Where mail that comes back is taken.
    synchronized int receivingPort() {
        BounceReceiver open = receiver;
        if (open == null) {
            throw new IllegalStateException("no mail is taken here");
        }
        return open.port();
    }

    private synchronized @Nullable BounceReceiver receiving() {
        return receiver;
    }

    /// Reads mail that comes back, and sees to what follows from it.
    public BouncesRead bounces() {
        return new BouncesRead(returnPath, bouncing);
    }

    /// What the DNS must publish; absent where mails are not signed.
    public Optional<DkimKeys> keys() {
        return keys;
    }

    /// Whether mails become files.
    public boolean isToFiles() {
        return sender == Sender.FILES;
    }

    /// Why no mail is sent for now; empty while it is.
    public String stopped() {
        return sending.stopped();
    }

    @Override
    public void close() {
        BackgroundWork started = started();
        if (started != null) {
            started.close();
        }
        BounceReceiver taking = receiving();
        if (taking != null) {
            taking.close();
        }
        sending.close();
    }
}
