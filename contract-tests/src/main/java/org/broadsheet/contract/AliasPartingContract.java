package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.contract.AliasStoreContract.DOI;
import static org.broadsheet.contract.AliasStoreContract.OPENREVIEW;
import static org.broadsheet.contract.AliasStoreContract.commentOn;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.EMMY;
import static org.broadsheet.contract.Fixtures.HOSTED;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.commentId;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.AliasStore.Alias;
import org.broadsheet.paper.AliasStore.Known;
import org.broadsheet.paper.Paper;
import org.broadsheet.vote.Vote;
import org.junit.jupiter.api.Test;

/// How what was made one is parted again.
public interface AliasPartingContract extends OverStorage {
    private AliasStore aliasesHere() {
        return storage().aliases();
    }

    private static Paper other() {
        return Paper.of(DOI, "Another", HOSTED)
                .keywords(List.of("printed"))
                .authors(List.of("Ada Counter 1"))
                .build();
    }

    private void uniteBoth() {
        storage().papers().keep(List.of(paper(1), other()));
        storage().votes().cast(ADA, id(1), NOW);
        storage().votes().cast(ADA, DOI, NOW.plusSeconds(1));
        storage().votes().cast(EMMY, DOI, NOW.plusSeconds(2));
        storage().editions().submit(List.of(new Submission(DOI, TODAY.plusDays(1), NOW, "", "x")));
        storage().tallies().keep(List.of(new Tally(DOI, Tally.Kind.STARS, "x", 7, NOW)));
        aliasesHere().note(Map.of("title:x", DOI));
        aliasesHere().unite(id(1), DOI);
    }

    @Test
    default void partedPapersHaveWhatWasSaidUnderEach() {
        uniteBoth();
        assertThat(aliasesHere().part(DOI)).isTrue();
        assertThat(storage().papers().get(id(1))).contains(paper(1));
        assertThat(storage().papers().get(DOI)).contains(other());
        assertThat(storage().papers().count()).isEqualTo(2);
        assertThat(aliasesHere().of(id(1))).isEmpty();
    }

    @Test
    default void whatWasSaidSinceIsPartedToo() {
        uniteBoth();
        Paper since = Paper.of(DOI, "Another", HOSTED).abstractText("Since then.").build();
        storage().papers().keep(List.of(since));
        aliasesHere().part(DOI);
        assertThat(storage().papers().get(DOI)).contains(other().merge(since));
        assertThat(storage().papers().get(id(1))).contains(paper(1));
    }

    @Test
    default void whatCameWithAPaperGoesWithIt() {
        uniteBoth();
        aliasesHere().part(DOI);
        assertThat(storage().votes().of(List.of(DOI)))
                .containsExactly(
                        new Vote(ADA, DOI, NOW.plusSeconds(1), null),
                        new Vote(EMMY, DOI, NOW.plusSeconds(2), null));
        assertThat(storage().votes().of(List.of(id(1))))
                .containsExactly(new Vote(ADA, id(1), NOW, null));
        assertThat(storage().editions().of(DOI)).hasSize(1);
        assertThat(storage().editions().of(id(1))).isEmpty();
        assertThat(storage().tallies().of(List.of(DOI), NOW)).hasSize(1);
        assertThat(storage().tallies().of(List.of(id(1)), NOW)).isEmpty();
        assertThat(aliasesHere().known(List.of("title:x")))
                .containsEntry("title:x", new Known(DOI, false));
    }

    @Test
    default void commentsThatCameWithAPaperGoWithItAndLaterOnesStay() {
        storage().papers().keep(List.of(paper(1), other()));
        storage().discussion().add(commentOn(DOI, 1, Optional.empty()), List.of());
        aliasesHere().unite(id(1), DOI);
        storage().discussion().add(commentOn(id(1), 2, Optional.of(commentId(1))), List.of());
        aliasesHere().part(DOI);
        assertThat(storage().comments().of(DOI))
                .containsExactly(commentOn(DOI, 1, Optional.empty()));
        assertThat(storage().comments().of(id(1)))
                .containsExactly(commentOn(id(1), 2, Optional.of(commentId(1))));
    }

    @Test
    default void whatIsPartedIsKeptApartUntilItIsUnitedAgain() {
        uniteBoth();
        aliasesHere().part(DOI);
        assertThat(aliasesHere().known(List.of(DOI.value())))
                .containsEntry(DOI.value(), new Known(DOI, true));
        assertThat(aliasesHere().part(DOI)).isFalse();
        assertThat(aliasesHere().unite(id(1), DOI)).isTrue();
        assertThat(aliasesHere().known(List.of(DOI.value())))
                .containsEntry(DOI.value(), new Known(id(1), false));
        assertThat(storage().papers().get(id(1))).contains(paper(1).merge(other().withId(id(1))));
    }

    @Test
    default void anIdUnderWhichNothingWasSaidIsTakenOff() {
        storage().papers().keep(List.of(paper(1)));
        aliasesHere().note(Map.of(OPENREVIEW.value(), id(1)));
        assertThat(aliasesHere().part(OPENREVIEW)).isTrue();
        assertThat(aliasesHere().of(id(1))).isEmpty();
        assertThat(aliasesHere().note(Map.of(OPENREVIEW.value(), id(1)))).isZero();
        assertThat(storage().papers().get(id(1))).contains(paper(1));
    }

    @Test
    default void aPapersOwnIdAndAnUnknownOneAreNotParted() {
        storage().papers().keep(List.of(paper(1)));
        assertThat(aliasesHere().part(id(1))).isFalse();
        assertThat(aliasesHere().part(DOI)).isFalse();
    }

    @Test
    default void aPaperOfWhichNothingElseWasSaidIsNotParted() {
        aliasesHere().note(Map.of(DOI.value(), id(1)));
        storage().papers().keep(List.of(other()));
        assertThatThrownBy(() -> aliasesHere().part(DOI))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to part");
        assertThat(aliasesHere().of(id(1))).containsExactly(new Alias(DOI, true));
    }
}
