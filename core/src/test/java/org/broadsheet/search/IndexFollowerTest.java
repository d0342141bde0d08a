package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.Test;

class IndexFollowerTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final InMemoryIndex index = new InMemoryIndex();
    private final IndexFollower follower = new IndexFollower(index, storage, "no model");

    @Test
    void moreChangesThanOneBatchAreAllApplied() {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            papers.add(paper(i));
        }
        storage.papers().keep(papers);
        follower.catchUp();

        assertThat(total("paper")).isEqualTo(2_500);
        assertThat(index.sequence()).isEqualTo(storage.changes().latest());
    }

    @Test
    void nothingIsAppliedWhenNothingChanged() {
        follower.catchUp();

        assertThat(index.sequence()).isZero();
    }

    @Test
    void aChangedPaperIsFoundInItsNewForm() {
        storage.papers().keep(List.of(paper(1)));
        follower.catchUp();
        Origin better = new Origin(SourceName.ARXIV_SNAPSHOT, LocalDate.of(2025, 1, 1));
        storage.papers().keep(List.of(Paper.of(paper(1).id(), "Renamed", better).build()));
        follower.catchUp();

        assertThat(total("renamed")).isEqualTo(1);
        assertThat(total("paper")).isZero();
    }

    @Test
    void aPaperThatHasItsRunBeforeItComesIsFoundByTheRunWhenItComes() {
        finishARunOf(paper(1));
        storage.papers().keep(List.of(paper(2)));
        follower.catchUp();

        assertThat(total("has:run")).isZero();
        assertThat(total("paper")).isEqualTo(1);
        assertThat(index.sequence()).isEqualTo(follower.latest()).isEqualTo(2);

        storage.papers().keep(List.of(paper(1)));
        follower.catchUp();

        assertThat(total("has:run")).isEqualTo(1);
        assertThat(total("has:run id:" + paper(1).id())).isEqualTo(1);
    }

    @Test
    void aPaperKeepsItsRunWhenItsFactsChangeAndWhenAllIsBuiltAnew() {
        storage.papers().keep(List.of(paper(1), paper(2)));
        finishARunOf(paper(1));
        Origin better = new Origin(SourceName.ARXIV_SNAPSHOT, LocalDate.of(2025, 1, 1));
        follower.catchUp();
        storage.papers().keep(List.of(Paper.of(paper(1).id(), "Renamed", better).build()));
        follower.catchUp();

        assertThat(total("renamed has:run")).isEqualTo(1);

        follower.rebuild((_, _) -> {});

        assertThat(total("has:run")).isEqualTo(1);
    }

    private void finishARunOf(Paper paper) {
        RunId run = new RunId("3f9a02c1d4e7");
        storage.runs().ask(run, paper.id(), "", Instant.EPOCH);
        storage.runs().end(run, new Done("", "", Map.of()), Instant.EPOCH);
    }

    @Test
    void everyWriterFindsItsOwnPaperWhenItReturns() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> found = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int number = i;
                found.add(threads.submit(() -> writeAndFind(number)));
            }
            for (Future<Long> one : found) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
    }

    private long writeAndFind(int number) {
        storage.papers().keep(List.of(paper(number)));
        follower.catchUp();
        return total("id:" + paper(number).id());
    }

    private long total(String query) {
        return index.words(QueryParser.parse(query), 1).total();
    }

    private static Paper paper(int number) {
        Origin origin = new Origin(SourceName.SEARCH_PAGE, LocalDate.of(2025, 1, 1));
        return Paper.of(PaperId.of("2401.%05d".formatted(number)), "Paper " + number, origin)
                .build();
    }
}
