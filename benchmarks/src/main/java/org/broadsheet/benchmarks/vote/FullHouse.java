package org.broadsheet.benchmarks.vote;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;

/// A store with made papers, twenty a day in editions, and the votes of many readers on them.
record FullHouse(int papers, int readers, int votesEach) {
    private static final int A_DAY = 20;
    private static final int AT_ONCE = 1_000;
    private static final long SEED = 20251107;
    private static final int WRITERS = 32;

    PaperId paper(int number) {
        return PaperId.of("%02d%02d.%05d".formatted(20, 1 + number / 99_999, number % 99_999));
    }

    void fill(Path file) {
        try (Storage storage = JdbcStorage.open(file)) {
            LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
            for (int from = 0; from < papers; from += AT_ONCE) {
                keep(storage, from, Math.min(papers, from + AT_ONCE), today);
            }
            vote(storage);
        }
    }

    private void keep(Storage storage, int from, int to, LocalDate today) {
        List<Paper> kept = new ArrayList<>();
        List<Submission> submitted = new ArrayList<>();
        for (int i = from; i < to; i++) {
            LocalDate day = today.minusDays(i / A_DAY);
            Origin origin = new Origin(SourceName.ARXIV_SNAPSHOT, day);
            kept.add(
                    Paper.of(paper(i), "On the made number " + i, origin)
                            .abstractText("A made abstract, which counts to " + i + ".")
                            .authors(List.of("Ada Counter " + i % 997, "Emmy Shared"))
                            .categories(List.of("cs.LG"))
                            .published(day)
                            .build());
            Instant at = day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
            submitted.add(new Submission(paper(i), day, at, "made", "made"));
        }
        storage.papers().keep(kept);
        storage.editions().submit(submitted);
    }

    /// By many at once, so that they share commits.
    private void vote(Storage storage) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                all.add(CompletableFuture.runAsync(() -> vote(storage, first), writers));
            }
            all.forEach(CompletableFuture::join);
        }
    }

    private void vote(Storage storage, int first) {
        Random random = new Random(SEED + first);
        Instant now = Instant.now();
        for (int reader = first; reader < readers; reader += WRITERS) {
            for (int vote = 0; vote < votesEach; vote++) {
                int paper = (int) (papers * Math.pow(random.nextDouble(), 3));
                storage.votes()
                        .cast(
                                new ReaderId("reader" + reader),
                                paper(paper),
                                now.minus(paper / A_DAY, ChronoUnit.DAYS));
            }
        }
    }
}
