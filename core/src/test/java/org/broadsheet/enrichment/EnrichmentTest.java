package org.broadsheet.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.job.Job;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnrichmentTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    private static final Origin ARXIV = new Origin(SourceName.ARXIV_OAI, DAY);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-11-07T12:00:00Z"), ZoneOffset.UTC);

    private final Enrichment enrichment = new Enrichment(new Enricher());
    private final InMemoryStorage storage = new InMemoryStorage();
    private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    private final Enriching enriching =
            new Enriching(
                    storage.papers(),
                    storage.enrichments(),
                    () -> enrichment,
                    () -> told.add(storage.enrichments().countDue()));

    @Test
    void whatNoSourceStatesIsWorkedOutAndMarkedSo() {
        Paper paper = enriched(paper(1).build());
        assertThat(paper.keywords()).contains("counting sheep");
        assertThat(paper.isWorkedOutHere(Fact.KEYWORDS)).isTrue();
        assertThat(paper.summary())
                .isEqualTo(
                        new Summary(
                                "",
                                "We propose a method for counting sheep number 1 at night.",
                                Summary.Writer.EXTRACT));
        assertThat(paper.links())
                .containsExactly(new Link(Link.Kind.CODE, "https://github.com/sheep/one"));
        assertThat(paper.title()).isEqualTo(paper(1).build().title());
        assertThat(paper.origins().get(Fact.ABSTRACT)).isEqualTo(ARXIV);
    }

    @Test
    void whatSourcesStateStays() {
        Summary ours = new Summary("Ours.", "", Summary.Writer.BROADSHEET);
        Link project = new Link(Link.Kind.PROJECT, "https://example.org/");
        Paper stated = paper(1).keywords(List.of("sheep")).summary(ours).link(project).build();
        assertThat(enrichment.of(stated)).isEmpty();
    }

    @Test
    void aSourceThatComesLaterIsHeard() {
        Paper worked = enriched(paper(1).build());
        Paper merged = worked.merge(paper(1).keywords(List.of("sheep")).build());
        assertThat(merged.keywords()).containsExactly("sheep");
        assertThat(enrichment.of(merged).orElseThrow().origins()).doesNotContainKey(Fact.KEYWORDS);
    }

    @Test
    void workingOnItAgainChangesNothing() {
        Paper worked = enriched(paper(1).build());
        assertThat(enriched(worked)).isEqualTo(worked);
    }

    @Test
    void aNewTextLeadsToANewStatement() {
        Paper worked = enriched(paper(1).build());
        Origin later = new Origin(SourceName.ARXIV_OAI, DAY.plusDays(1));
        Paper changed =
                worked.merge(
                        Paper.of(id(1), "On goats", later)
                                .abstractText("We propose a method for weighing mountain goats.")
                                .build());
        Paper again = enriched(changed);
        assertThat(again.keywords()).doesNotContain("counting sheep");
        assertThat(java.util.Objects.requireNonNull(again.summary()).deck()).contains("goats");
    }

    @Test
    void linksInTheCommentAreFoundWithoutAnAbstract() {
        Paper paper =
                Paper.of(id(1), "Sheep", ARXIV)
                        .reference(new Reference("", "", "12 pages, code at github.com/a/b."))
                        .build();
        assertThat(enriched(paper).link(Link.Kind.CODE)).contains("https://github.com/a/b");
        assertThat(enriched(paper).summary()).isNull();
    }

    @Test
    void theJobEnrichesAllNewestFirstAndTellsHowFarItIs() {
        storage.papers().keep(papers(150));
        assertThat(enriching.next())
                .isEqualTo(new BackgroundWork.Part(new Job.Progress(Enriching.BATCH, 150), false));
        Paper newest = storage.papers().get(id(149)).orElseThrow();
        assertThat(newest.keywords()).isNotEmpty();
        assertThat(storage.papers().get(id(0)).orElseThrow().keywords()).isEmpty();
        enriching.next();
        assertThat(enriching.next().isLast()).isTrue();
        long changes = storage.changes().latest();
        assertThat(enriching.next())
                .isEqualTo(new BackgroundWork.Part(new Job.Progress(150, 150), true));
        assertThat(storage.changes().latest()).isEqualTo(changes);
    }

    @Test
    void inTheBackgroundItGoesOnWhereItStoppedAndHearsOfNewPapers() throws Exception {
        storage.papers().keep(papers(70));
        try (BackgroundWork work = new BackgroundWork(enriching, storage.jobs(), CLOCK, "node")) {
            work.start();
            while (told.take() > 0) {}
            storage.papers().keep(papers(80));
            work.wake();
            while (told.take() > 0) {}
        }
        assertThat(storage.enrichments().countDue()).isZero();
        assertThat(storage.jobs().list(Enriching.JOB))
                .singleElement()
                .extracting(Job::state)
                .isNotEqualTo(Job.State.CLAIMED);
    }

    private Paper enriched(Paper paper) {
        return enrichment.of(paper).map(paper::merge).orElse(paper);
    }

    private static PaperId id(int n) {
        return PaperId.of("2511.%05d".formatted(n));
    }

    private static PaperBuilder paper(int n) {
        return Paper.of(id(n), "Counting sheep by moonlight " + n, ARXIV)
                .published(DAY.plusDays(n))
                .abstractText(
                        "Sleep is hard to find. We propose a method for counting sheep number "
                                + n
                                + " at night. It helps. Code: https://github.com/sheep/one.");
    }

    private static List<Paper> papers(int count) {
        List<Paper> papers = new ArrayList<>();
        IntStream.range(0, count).forEach(n -> papers.add(paper(n).build()));
        return papers;
    }
}
