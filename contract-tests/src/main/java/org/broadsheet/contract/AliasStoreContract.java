package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.ARXIV;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.HOSTED;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.commentId;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.minute;
import static org.broadsheet.contract.Fixtures.paper;
import static org.broadsheet.contract.Fixtures.titled;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.AliasStore.Alias;
import org.broadsheet.paper.AliasStore.Known;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.RunId;
import org.broadsheet.vote.Vote;
import org.junit.jupiter.api.Test;

/// Papers under several names: what a name stands for, and how two papers become one.
public interface AliasStoreContract extends OverStorage {
    PaperId DOI = PaperId.of("doi:10.1000/one");
    PaperId OPENREVIEW = PaperId.of("openreview:One");

    private AliasStore aliasesHere() {
        return storage().aliases();
    }

    private static Paper published() {
        return Paper.of(DOI, "On the number 1, printed", HOSTED)
                .authors(List.of("Ada Counter 1"))
                .keywords(List.of("printed"))
                .build();
    }

    private void keepBoth() {
        storage().papers().keep(List.of(paper(1), published()));
    }

    @Test
    default void aPaperIsKnownUnderItsOwnIdAndAnUnknownNameUnderNone() {
        storage().papers().keep(List.of(paper(1)));
        assertThat(aliasesHere().known(List.of(id(1).value(), DOI.value(), "title:x")))
                .isEqualTo(Map.of(id(1).value(), new Known(id(1), false)));
        assertThat(aliasesHere().paper(id(1))).contains(id(1));
        assertThat(aliasesHere().paper(DOI)).isEmpty();
    }

    @Test
    default void aNameThatIsKnownStaysWhatItIs() {
        storage().papers().keep(List.of(paper(1), paper(2)));
        Map<String, PaperId> names = Map.of(DOI.value(), id(1), "title:x", id(1));
        assertThat(aliasesHere().note(names)).isEqualTo(2);
        long latest = storage().changes().latest();
        assertThat(aliasesHere().note(names)).isZero();
        assertThat(aliasesHere().note(Map.of(DOI.value(), id(2)))).isZero();
        assertThat(aliasesHere().note(Map.of(id(2).value(), id(1)))).isZero();
        assertThat(storage().changes().latest()).isEqualTo(latest);
        assertThat(aliasesHere().paper(DOI)).contains(id(1));
        assertThat(aliasesHere().known(List.of("title:x")))
                .containsEntry("title:x", new Known(id(1), false));
        assertThat(aliasesHere().of(id(1))).containsExactly(new Alias(DOI, false));
    }

    @Test
    default void whatIsToldUnderAnAliasIsToldOfThePaper() {
        storage().papers().keep(List.of(paper(1)));
        aliasesHere().note(Map.of(DOI.value(), id(1)));
        storage().papers().keep(List.of(published()));
        assertThat(storage().papers().get(DOI)).isEmpty();
        assertThat(storage().papers().get(id(1))).contains(paper(1).merge(moved()));
        assertThat(storage().papers().count()).isEqualTo(1);
        assertThat(aliasesHere().of(id(1))).containsExactly(new Alias(DOI, true));
    }

    private static Paper moved() {
        return published().withId(id(1));
    }

    @Test
    default void anAliasMayBeNotedBeforeItsPaperIsKnown() {
        aliasesHere().note(Map.of(DOI.value(), id(1)));
        storage().papers().keep(List.of(published()));
        assertThat(storage().papers().get(id(1))).contains(moved());
    }

    @Test
    default void aUnitedPaperHasTheFactsOfBothAndTheOtherIsNoMore() {
        keepBoth();
        assertThat(aliasesHere().unite(id(1), DOI)).isTrue();
        assertThat(storage().papers().get(id(1))).contains(paper(1).merge(moved()));
        assertThat(storage().papers().get(DOI)).isEmpty();
        assertThat(storage().papers().count()).isEqualTo(1);
        assertThat(storage().papers().by(AuthorKey.of("Ada Counter 1"))).hasSize(1);
        assertThat(aliasesHere().paper(DOI)).contains(id(1));
        assertThat(aliasesHere().of(id(1))).containsExactly(new Alias(DOI, true));
    }

    @Test
    default void unitingAgainChangesNothing() {
        keepBoth();
        aliasesHere().unite(id(1), DOI);
        long latest = storage().changes().latest();
        assertThat(aliasesHere().unite(id(1), DOI)).isFalse();
        assertThat(aliasesHere().unite(DOI, id(1))).isFalse();
        assertThat(storage().changes().latest()).isEqualTo(latest);
    }

    @Test
    default void bothPapersAreInTheChangesWhenTheyBecomeOne() {
        keepBoth();
        long before = storage().changes().latest();
        aliasesHere().unite(id(1), DOI);
        assertThat(storage().changes().after(before, EnumSet.of(Change.Kind.PAPER), 10))
                .extracting(Change::subject)
                .contains(id(1).value(), DOI.value());
    }

    @Test
    default void aPaperGoesOnUnderAnIdThatWasUnknown() {
        storage().papers().keep(List.of(published()));
        aliasesHere().unite(id(1), DOI);
        assertThat(storage().papers().get(id(1))).contains(moved());
        assertThat(aliasesHere().paper(DOI)).contains(id(1));
    }

    @Test
    default void anUnknownPaperCannotBeUnited() {
        storage().papers().keep(List.of(paper(1)));
        assertThatThrownBy(() -> aliasesHere().unite(id(1), DOI))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(DOI.value());
    }

    @Test
    default void threePapersBecomeOneUnderWhicheverIdTheyAreNamed() {
        keepBoth();
        storage().papers().keep(List.of(titled(OPENREVIEW, "On the number 1").build()));
        aliasesHere().unite(OPENREVIEW, DOI);
        aliasesHere().unite(id(1), DOI);
        assertThat(storage().papers().count()).isEqualTo(1);
        assertThat(aliasesHere().paper(OPENREVIEW)).contains(id(1));
        assertThat(aliasesHere().of(id(1)))
                .containsExactly(new Alias(DOI, true), new Alias(OPENREVIEW, true));
    }

    @Test
    default void namesOfTheOtherPaperLeadToTheKeptOne() {
        keepBoth();
        aliasesHere().note(Map.of("title:x", DOI, OPENREVIEW.value(), DOI));
        aliasesHere().unite(id(1), DOI);
        assertThat(aliasesHere().known(List.of("title:x", OPENREVIEW.value())).values())
                .containsOnly(new Known(id(1), false));
    }

    @Test
    default void votesGoAlongAndAReaderCountsOnce() {
        keepBoth();
        storage().votes().cast(ADA, id(1), NOW);
        storage().votes().cast(ADA, DOI, NOW.plusSeconds(1));
        storage().votes().cast(EMMY, DOI, NOW.plusSeconds(2));
        aliasesHere().unite(id(1), DOI);
        List<Vote> votes = storage().votes().of(List.of(id(1)));
        assertThat(votes).hasSize(3);
        assertThat(votes.stream().filter(vote -> vote.countedAt(NOW.plusSeconds(9))))
                .extracting(Vote::reader)
                .containsExactly(ADA, EMMY);
        assertThat(storage().votes().of(List.of(DOI))).isEmpty();
    }

    @Test
    default void submissionsCountsAndRunsGoAlong() {
        keepBoth();
        RunId run = new RunId("3f9a02c1d4e7");
        storage().runs().ask(run, DOI, "{}", NOW);
        submit(id(1), 0);
        submit(DOI, 0);
        submit(DOI, 1);
        Tally stars = new Tally(DOI, Tally.Kind.STARS, "x", 7, NOW);
        storage().tallies().keep(List.of(stars));
        aliasesHere().unite(id(1), DOI);
        assertThat(storage().editions().of(id(1)))
                .extracting(Submission::day)
                .containsExactly(TODAY, TODAY.plusDays(1));
        assertThat(storage().editions().of(DOI)).isEmpty();
        assertThat(storage().tallies().of(List.of(id(1)), NOW))
                .containsExactly(new Tally(id(1), Tally.Kind.STARS, "x", 7, NOW));
        assertThat(storage().runs().find(run).orElseThrow().paper()).isEqualTo(id(1));
    }

    @Test
    default void commentsGoAlongWithTheirAnswersAndVotes() {
        keepBoth();
        storage().discussion().add(commentOn(DOI, 1, Optional.empty()), List.of());
        storage().discussion().add(commentOn(DOI, 2, Optional.of(commentId(1))), List.of());
        storage().discussion().add(commentOn(id(1), 3, Optional.empty()), List.of());
        storage().commentVotes().cast(EMMY, commentId(1), CommentVote.Judgement.HELPFUL, NOW);
        long before = storage().changes().latest();
        aliasesHere().unite(id(1), DOI);
        assertThat(storage().comments().of(id(1)))
                .extracting(Comment::id)
                .containsExactly(commentId(1), commentId(2), commentId(3));
        assertThat(storage().comments().of(DOI)).isEmpty();
        assertThat(storage().commentVotes().of(List.of(commentId(1)))).hasSize(1);
        assertThat(storage().comments().count(List.of(id(1)), minute(9)))
                .isEqualTo(Map.of(id(1), 3L));
        assertThat(storage().changes().after(before, EnumSet.of(Change.Kind.COMMENT), 10))
                .extracting(Change::subject)
                .containsExactlyInAnyOrder(id(1).value(), DOI.value());
    }

    static Comment commentOn(PaperId paper, int n, Optional<CommentId> parent) {
        return Comment.of(commentId(n), paper, parent, ADA, minute(n), "Comment " + n);
    }

    private void submit(PaperId paper, int days) {
        storage()
                .editions()
                .submit(List.of(new Submission(paper, TODAY.plusDays(days), NOW, "", "x")));
    }

    @Test
    default void whatWasToldLaterUnderEitherIdIsInThePaper() {
        keepBoth();
        aliasesHere().unite(id(1), DOI);
        storage().papers().keep(List.of(Paper.of(DOI, "x", ARXIV).keywords(List.of("c")).build()));
        storage().papers().keep(List.of(Paper.of(id(1), "x", HOSTED).abstractText("a").build()));
        assertThat(storage().papers().get(id(1)).orElseThrow().keywords()).contains("c");
        assertThat(storage().papers().count()).isEqualTo(1);
    }
}
