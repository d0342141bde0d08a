package org.broadsheet.enrichment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.job.Job;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;

/// The job that enriches papers as they come, latest published first. What other sources state is
/// left alone; what was worked out already is not worked out again.
public final class Enriching implements BackgroundWork.Task {
    public static final String JOB = "enrichment";

    /// Papers kept in one step: half a second of work on a slow machine.
    static final int BATCH = 64;

    /// What the texts are worked on with: other tables or weights have another name.
    private static final String VERSION = "words@1";

    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);

    private final PaperStore papers;
    private final EnrichmentStore enrichments;
    private final Supplier<Enrichment> enrichment;
    private final Runnable kept;
    private List<PaperId> before = List.of();
    private volatile Job.Progress progress = Job.Progress.NONE;

    /// @param enrichment asked for when there is something to do
    /// @param kept called each time something was kept, on the worker's thread
    public Enriching(
            PaperStore papers,
            EnrichmentStore enrichments,
            Supplier<Enrichment> enrichment,
            Runnable kept) {
        this.papers = papers;
        this.enrichments = enrichments;
        this.enrichment = enrichment;
        this.kept = kept;
    }

    /// Papers worked on and all papers, as of the latest batch; costs nothing.
    public Job.Progress progress() {
        return progress;
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public String subject() {
        return VERSION;
    }

    @Override
    public BackgroundWork.Part next() {
        List<PaperId> due = enrichments.due(BATCH);
        if (!due.isEmpty() && due.equals(before)) {
            throw new IllegalStateException(
                    "%d papers were enriched and are still due, the first %s"
                            .formatted(due.size(), due.getFirst()));
        }
        before = due;
        if (!due.isEmpty()) {
            enrich(due);
        }
        long total = papers.count();
        progress = new Job.Progress(total - enrichments.countDue(), total);
        return new BackgroundWork.Part(progress, due.size() < BATCH);
    }

    private void enrich(List<PaperId> due) {
        List<Paper> statements = new ArrayList<>();
        Map<PaperId, String> fingerprints = new HashMap<>();
        for (Paper paper : papers.get(due).values()) {
            fingerprints.put(paper.id(), Enrichment.fingerprint(paper));
            enrichment.get().of(paper).ifPresent(statements::add);
        }
        if (!statements.isEmpty()) {
            papers.keep(statements);
        }
        enrichments.done(fingerprints);
        if (!statements.isEmpty()) {
            kept.run();
        }
    }

    @Override
    public Duration pause() {
        return LOOK_EVERY;
    }
}
