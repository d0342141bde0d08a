package org.broadsheet.server.web;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.MailAddress;
import org.broadsheet.mail.Message;
import org.broadsheet.mail.Outbox;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.NoticeStore;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.web.NoticeWords.Told;
import org.broadsheet.storage.Storage;

/// Tells readers by mail what they want to be told that way. What comes up within [#GATHERED] goes
/// in one mail, and what its reader saw on the page meanwhile in none.
///
/// A notice is taken before its mail is handed over: a process that dies between the two loses the
/// mail, and none is ever sent twice.
public final class NoticeMail implements AutoCloseable {
    static final Duration GATHERED = Duration.ofMinutes(5);

    private static final int AT_ONCE = 500;
    private static final System.Logger LOG = System.getLogger(NoticeMail.class.getName());

    private final NoticeStore notices;
    private final NoticeWords words;
    private final CredentialStore credentials;
    private final Outbox outbox;
    private final SiteAddress site;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("notices by mail").daemon().factory());

    public NoticeMail(
            Storage storage, NoticeWords words, Outbox outbox, SiteAddress site, Clock clock) {
        this.notices = storage.notices();
        this.credentials = storage.credentials();
        this.words = words;
        this.outbox = outbox;
        this.site = site;
        this.clock = clock;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::once, 1, 1, TimeUnit.MINUTES);
    }

    /// Does it now; what fails is written to the log and done the next time.
    public void once() {
        try {
            while (tellSome()) {
                // on to those that are left
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "could not tell of notices by mail", e);
        }
    }

    /// @return whether to go on: there may be more, and mails can be handed over
    private boolean tellSome() {
        List<Notice> owed = notices.takeOwed(clock.instant().minus(GATHERED), AT_ONCE);
        Map<ReaderId, List<Notice>> byReader =
                owed.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Notice::to, LinkedHashMap::new, Collectors.toList()));
        List<String> untold = new ArrayList<>();
        byReader.forEach((reader, theirs) -> {
            if (!isTold(reader, theirs)) {
                theirs.forEach(notice -> untold.add(notice.id()));
            }
        });
        notices.oweAgain(untold);
        return owed.size() == AT_ONCE && untold.isEmpty();
    }

    /// Nothing is sent to one who has no confirmed address, or whose address must not be written
    /// to.
    private boolean isTold(ReaderId reader, List<Notice> owed) {
        String address = credentials.of(reader).address();
        if (address.isEmpty() || credentials.isSuppressed(new MailAddress(address))) {
            return true;
        }
        try {
            outbox.hand(message(address, words.of(owed)));
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a mail about notices could not be handed over", e);
            return false;
        }
    }

    private Message message(String address, List<Told> told) {
        String house = site.ofHouse();
        String news =
                told.stream()
                        .map(one -> one.text() + "\n" + house + one.path() + "\n")
                        .collect(Collectors.joining("\n"));
        return new Message(
                address,
                told.size() == 1
                        ? "Something new for you"
                        : "%,d things new for you".formatted(told.size()),
                "%s\nAll of it: %s/notifications\nWhat you want to be told: %s%s\n"
                        .formatted(news, house, house, NoticePages.WISHES),
                Message.Kind.NOTICE);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
