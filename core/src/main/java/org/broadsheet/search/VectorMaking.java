package org.broadsheet.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;

/// The worker that gives every paper its vector, in the background, newest paper first.
///
/// The work is a job of kind [#JOB] for the embedder's model ([BackgroundWork]): a vector that is
/// kept is never made again. It waits until [#wake] is called and looks by itself only now and
/// then. Whoever made it closes it, before the stores and the embedder.
public final class VectorMaking implements AutoCloseable {
    public static final String JOB = "vectors";

    /// Vectors kept in one step: what a crash may cost, and how long closing may take.
    static final int BATCH = 16;

    private static final int LOOKED_UP_AT_ONCE = 1_000;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Parts parts;
    private final String model;
    private final Clock clock;
    private final Runnable kept;
    private final BackgroundWork work;
    private volatile VectorProgress progress = VectorProgress.UNKNOWN;
    private volatile boolean hasNewer;

    /// What the worker works on.
    public record Parts(PaperStore papers, VectorStore vectors, JobQueue jobs, Embedder embedder) {}

    /// @param worker this node's name, the same after a restart
    /// @param kept called on the worker's thread each time vectors were kept; when it fails, the
    ///   job is tried again later like after any failure
    public VectorMaking(Parts parts, Clock clock, String worker, Runnable kept) {
        this.parts = parts;
        this.model = parts.embedder().model();
        this.clock = clock;
        this.kept = kept;
        work = new BackgroundWork(new Making(), parts.jobs(), clock, worker);
    }

    /// Starts the thread, and takes back what an earlier life of this worker left behind.
    public void start() {
        work.start();
    }

    /// Says that papers may lack a vector. Returns at once.
    public void wake() {
        hasNewer = true;
        work.wake();
    }

    /// How far the work is, as of the latest batch; costs nothing.
    public VectorProgress progress() {
        return progress;
    }

    /// Stops after the batch in hand, which is kept, and gives the job back.
    @Override
    public void close() {
        work.close();
    }

    /// Makes vectors batch by batch. Those that lack one are looked up many at a time, and anew
    /// when somebody woke us: newer papers come first.
    private final class Making implements BackgroundWork.Task {
        private List<PaperId> missing = List.of();
        private List<PaperId> before = List.of();
        private int from;

        @Override
        public String kind() {
            return JOB;
        }

        @Override
        public String subject() {
            return model;
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }

        @Override
        public void begin() {
            missing = List.of();
            before = List.of();
            from = 0;
        }

        @Override
        public BackgroundWork.Part next() {
            if (from >= missing.size() || hasNewer && from > 0) {
                lookUp();
            }
            int to = Math.min(from + BATCH, missing.size());
            make(missing.subList(from, to));
            from = to;
            return new BackgroundWork.Part(
                    new Job.Progress(progress.done(), progress.total()), missing.isEmpty());
        }

        private void lookUp() {
            hasNewer = false;
            from = 0;
            missing = parts.vectors().missing(model, LOOKED_UP_AT_ONCE);
            if (!missing.isEmpty() && missing.equals(before)) {
                throw new IllegalStateException(
                        "%d vectors were made and are still missing, the first for %s"
                                .formatted(missing.size(), missing.getFirst()));
            }
            before = missing;
            progress = counted();
        }

        @Override
        public void end() {
            progress = counted().atRest();
        }
    }

    private void make(List<PaperId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Instant start = clock.instant();
        List<Paper> papers = List.copyOf(parts.papers().get(ids).values());
        List<float[]> values =
                parts.embedder().embed(papers.stream().map(TextForVector::of).toList());
        Map<PaperId, VectorStore.Vector> vectors = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            vectors.put(
                    paper.id(),
                    new VectorStore.Vector(values.get(i), TextForVector.fingerprint(paper)));
        }
        parts.vectors().put(model, vectors);
        progress = progress.plus(papers.size(), Duration.between(start, clock.instant()));
        kept.run();
    }

    private VectorProgress counted() {
        return new VectorProgress(
                parts.vectors().count(model), parts.papers().count(), progress.perSecond());
    }
}
