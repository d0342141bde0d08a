package org.broadsheet.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.broadsheet.discussion.Discussing.Audience;
import org.broadsheet.notice.Notice;
import org.broadsheet.notice.Notice.Kind;
import org.broadsheet.notice.Wishes;
import org.broadsheet.notice.Wishes.Way;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscussingTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2025-11-07T12:00:00Z"), ZoneOffset.UTC);
    private static final PaperId PAPER = PaperId.of("2511.00001");
    private static final ReaderId ADA = new ReaderId("ada");
    private static final ReaderId EMMY = new ReaderId("emmy");
    private static final ReaderId CURATOR = new ReaderId("curator");
    private static final Audience NOBODY = new Audience(List.of(), List.of());

    private final Storage storage = new InMemoryStorage();
    private final Discussing discussing =
            new Discussing(
                    new Discussing.Parts(
                            storage.discussion(), storage.comments(), storage.notices()),
                    NOON,
                    new Random(1));

    @BeforeEach
    void aPaper() {
        Origin origin = new Origin(SourceName.HOSTED_DAILY, LocalDate.of(2025, 11, 7));
        storage.papers().keep(List.of(Paper.of(PAPER, "A paper", origin).build()));
    }

    private Comment say(ReaderId author, String text) {
        return discussing.write(author, PAPER, Optional.empty(), text, NOBODY);
    }

    private List<Notice> noticesOf(ReaderId reader) {
        return storage.notices().of(reader, EnumSet.allOf(Notice.State.class), "", 10);
    }

    @Test
    void whoIsAnsweredIsTold() {
        Comment first = say(ADA, "First");
        Comment answer = discussing.write(EMMY, PAPER, Optional.of(first.id()), "Answer", NOBODY);
        assertThat(noticesOf(ADA)).extracting(Notice::kind).containsExactly(Kind.REPLY);
        assertThat(noticesOf(ADA).getFirst().subject())
                .isEqualTo(new Notice.Subject(EMMY, PAPER, answer.id().value(), ""));
    }

    @Test
    void nobodyIsToldOfTheirOwnComment() {
        Comment first = say(ADA, "First");
        discussing.write(
                ADA,
                PAPER,
                Optional.of(first.id()),
                "I am @ada",
                new Audience(List.of(ADA), List.of(ADA)));
        assertThat(noticesOf(ADA)).isEmpty();
    }

    @Test
    void whoIsConcernedInSeveralWaysIsToldOnce() {
        Comment first = say(ADA, "First");
        discussing.write(
                EMMY,
                PAPER,
                Optional.of(first.id()),
                "Dear @ada",
                new Audience(List.of(ADA), List.of(ADA)));
        assertThat(noticesOf(ADA)).extracting(Notice::kind).containsExactly(Kind.REPLY);
    }

    @Test
    void whoDoesNotWantAKindIsToldOfTheNextThatConcernsThem() {
        storage.notices().wish(ADA, new Wishes(Map.of(Kind.MENTION, Set.of(Wishes.Way.PAGE))));
        Comment first = say(ADA, "First");
        discussing.write(EMMY, PAPER, Optional.of(first.id()), "Answer", NOBODY);
        assertThat(noticesOf(ADA)).isEmpty();
        discussing.write(
                EMMY,
                PAPER,
                Optional.of(first.id()),
                "Dear @ada",
                new Audience(List.of(ADA), List.of()));
        assertThat(noticesOf(ADA)).extracting(Notice::kind).containsExactly(Kind.MENTION);
    }

    @Test
    void whoWantsMailIsOwedOneAndFindsNoMoreOnThePageThanTheyWant() {
        storage.notices().wish(ADA, new Wishes(Map.of(Kind.REPLY, Set.of(Way.MAIL))));
        storage.notices().wish(EMMY, new Wishes(Map.of(Kind.REPLY, Set.of(Way.PAGE, Way.MAIL))));
        Comment adas = say(ADA, "First");
        Comment emmys = discussing.write(EMMY, PAPER, Optional.of(adas.id()), "Answer", NOBODY);
        discussing.write(ADA, PAPER, Optional.of(emmys.id()), "And back", NOBODY);
        assertThat(storage.notices().unread(ADA)).isZero();
        assertThat(storage.notices().unread(EMMY)).isEqualTo(1);
        assertThat(storage.notices().takeOwed(NOON.instant(), 9))
                .extracting(Notice::to)
                .containsExactlyInAnyOrder(ADA, EMMY);
    }

    @Test
    void whoeverSubmittedThePaperIsTold() {
        discussing.write(
                EMMY, PAPER, Optional.empty(), "Good find", new Audience(List.of(), List.of(ADA)));
        assertThat(noticesOf(ADA))
                .extracting(Notice::kind)
                .containsExactly(Kind.COMMENT_ON_MY_SUBMISSION);
    }

    @Test
    void aFormThatIsSentTwiceMakesOneComment() {
        Comment first = say(ADA, "Said twice");
        assertThat(say(ADA, "Said twice\r\n")).isEqualTo(first);
        assertThat(say(EMMY, "Said twice")).isNotEqualTo(first);
        assertThat(storage.comments().of(PAPER)).hasSize(2);
    }

    @Test
    void anEditTellsOnlyThoseWhomItNamesAnew() {
        Comment first = say(EMMY, "Dear @ada");
        discussing.edit(first, "Dear @ada and @curator", List.of(ADA), List.of(ADA, CURATOR));
        assertThat(noticesOf(ADA)).isEmpty();
        assertThat(noticesOf(CURATOR)).extracting(Notice::kind).containsExactly(Kind.MENTION);
    }

    @Test
    void aCommentThatIsHiddenIsNeitherChangedNorAnswered() {
        Comment first = say(ADA, "First");
        discussing.hide(first, "Spam", CURATOR);
        Comment hidden = storage.comments().find(first.id()).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discussing.edit(hidden, "Other", List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> discussing.write(EMMY, PAPER, Optional.of(first.id()), "x", NOBODY));
    }

    @Test
    void whoeverWroteWhatIsHiddenIsToldWhyAndThatItIsShownAgain() {
        Comment first = say(ADA, "First");
        assertThat(discussing.hide(first, "Spam", CURATOR)).isTrue();
        assertThat(discussing.hide(first, "Spam", CURATOR)).isFalse();
        Comment hidden = storage.comments().find(first.id()).orElseThrow();
        assertThat(discussing.show(hidden, CURATOR)).isTrue();
        assertThat(noticesOf(ADA))
                .extracting(notice -> notice.subject().note())
                .containsExactlyInAnyOrder("Hidden: Spam", "Shown again");
        assertThat(noticesOf(ADA)).allMatch(notice -> notice.subject().from() == null);
    }

    @Test
    void aCommentIsOneToTenThousandCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> say(ADA, " \n "))
                .withMessage("a comment has 1 to 10,000 characters, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> say(ADA, "x".repeat(10_001)))
                .withMessageContaining("got 10,001");
        say(ADA, "\uD83D\uDC69".repeat(10_000));
        assertThat(storage.comments().of(PAPER)).hasSize(1);
    }
}
