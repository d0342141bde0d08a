package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.account.MailAddress;
import org.broadsheet.mail.Message;
import org.broadsheet.mail.Outbox;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.Notice.State;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.trial.MovableClock;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeMailTest {
    private static final Instant THEN = Instant.parse("2025-11-09T12:00:00Z");
    private static final ReaderId ADA = new ReaderId("r1");
    private static final ReaderId EMMY = new ReaderId("r2");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MovableClock clock = new MovableClock(THEN.plus(NoticeMail.GATHERED));
    private final List<Message> mails = new ArrayList<>();

    @BeforeEach
    void readers() {
        Samples.few(storage);
        storage.readers().add(Reader.joining(ADA, "ada", "Ada Counter", Role.READER, THEN));
        storage.readers().add(Reader.joining(EMMY, "emmy", "Emmy", Role.READER, THEN));
        storage.credentials().await(EMMY, "emmy@example.org");
        storage.credentials().confirm(EMMY, "emmy@example.org");
    }

    private void owe(String id, ReaderId to) {
        storage.notices()
                .add(
                        List.of(
                                new Notice(
                                        id,
                                        to,
                                        Kind.MENTION,
                                        new Notice.Subject(ADA, Samples.MATHS, "", ""),
                                        THEN,
                                        State.UNREAD,
                                        true)));
    }

    private void tell(Outbox outbox) {
        NoticeWords words = new NoticeWords(storage.papers(), new People(storage.readers()));
        SiteAddress site = new SiteAddress(Outside.NOWHERE, () -> "http://localhost:8080");
        try (NoticeMail mail = new NoticeMail(storage, words, outbox, site, clock)) {
            mail.once();
        }
    }

    @Test
    void whatComesUpWithinMinutesIsToldInOneMail() {
        owe("n1", EMMY);
        owe("n2", EMMY);
        clock.moveTo(THEN.plus(NoticeMail.GATHERED).minusSeconds(1));
        tell(mails::add);
        assertThat(mails).isEmpty();
        clock.moveTo(THEN.plus(NoticeMail.GATHERED));
        tell(mails::add);
        tell(mails::add);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().to()).isEqualTo("emmy@example.org");
        assertThat(mails.getFirst().subject()).isEqualTo("2 things new for you");
        assertThat(mails.getFirst().body())
                .contains(
                        "Ada Counter mentioned you on ",
                        "http://localhost:8080" + Addresses.paper(Samples.MATHS),
                        "http://localhost:8080/settings/notifications");
    }

    @Test
    void nobodyIsWrittenToWithoutAConfirmedAddressOrAtOneThatMustNotBe() {
        owe("n1", ADA);
        owe("n2", EMMY);
        storage.credentials().await(ADA, "ada@example.org");
        storage.credentials().suppress(new MailAddress("emmy@example.org"), THEN);
        tell(mails::add);
        assertThat(mails).isEmpty();
    }

    @Test
    void aMailThatCannotBeHandedOverIsHandedOverTheNextTime() {
        owe("n1", EMMY);
        tell(_ -> {
            throw new UncheckedIOException(new IOException("the disk is full"));
        });
        tell(mails::add);
        assertThat(mails).hasSize(1);
    }
}
