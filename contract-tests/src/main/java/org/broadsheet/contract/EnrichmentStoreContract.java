package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ARXIV;
import static org.broadsheet.contract.Fixtures.id;
import static org.broadsheet.contract.Fixtures.paper;
import static org.broadsheet.contract.Fixtures.papers;

import java.util.List;
import java.util.Map;
import org.broadsheet.enrichment.Enrichment;
import org.broadsheet.enrichment.EnrichmentStore;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.SourceName;
import org.junit.jupiter.api.Test;

/// Knowing which papers' texts were worked on.
public interface EnrichmentStoreContract extends OverStorage {
    private EnrichmentStore enrichments() {
        return storage().enrichments();
    }

    private void done(Paper paper) {
        enrichments().done(Map.of(paper.id(), Enrichment.fingerprint(paper)));
    }

    @Test
    default void papersAreDueLatestPublishedFirstUntilTheyWereWorkedOn() {
        assertThat(enrichments().due(10)).isEmpty();
        storage().papers().keep(papers(4));
        assertThat(enrichments().due(2)).containsExactly(id(0), id(1));
        assertThat(enrichments().countDue()).isEqualTo(4);
        done(paper(1));
        done(paper(1));
        assertThat(enrichments().due(10)).containsExactly(id(0), id(2), id(3));
        assertThat(enrichments().countDue()).isEqualTo(3);
        assertThat(enrichments().due(0)).isEmpty();
    }

    @Test
    default void aPaperWhoseTextBecomesDifferentIsDueAgain() {
        storage().papers().keep(papers(1));
        done(paper(0));
        Origin later = new Origin(ARXIV.source(), ARXIV.asOf().plusDays(1));
        Paper other = Paper.of(id(0), "Another title", later).build();
        storage().papers().keep(List.of(other));
        assertThat(enrichments().due(10)).containsExactly(id(0));
        done(paper(0));
        assertThat(enrichments().due(10)).containsExactly(id(0));
        done(storage().papers().get(id(0)).orElseThrow());
        assertThat(enrichments().due(10)).isEmpty();
    }

    @Test
    default void whatWasFoundInItDoesNotMakeAPaperDueAgain() {
        storage().papers().keep(papers(1));
        done(paper(0));
        Origin automatic = new Origin(SourceName.AUTOMATIC, ARXIV.asOf());
        Paper found = Paper.of(id(0), paper(0).title(), automatic).keywords(List.of("a")).build();
        storage().papers().keep(List.of(found));
        assertThat(enrichments().due(10)).isEmpty();
    }

    @Test
    default void keywordsOfASourceMakeAPaperDueAgain() {
        storage().papers().keep(papers(1));
        done(paper(0));
        storage()
                .papers()
                .keep(
                        List.of(
                                Paper.of(id(0), paper(0).title(), ARXIV)
                                        .keywords(List.of("counting"))
                                        .build()));
        assertThat(enrichments().due(10)).containsExactly(id(0));
    }

    @Test
    default void anUnknownPaperIsLeftOutAndNothingIsNumbered() {
        storage().papers().keep(papers(1));
        long before = storage().changes().latest();
        done(paper(7));
        done(paper(0));
        assertThat(enrichments().countDue()).isZero();
        assertThat(storage().changes().latest()).isEqualTo(before);
    }
}
