package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.broadsheet.job.Job;
import org.broadsheet.job.JobQueue;
import org.broadsheet.job.Lease;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.search.Embedder;
import org.broadsheet.search.TextForVector;
import org.broadsheet.search.VectorMaking;
import org.broadsheet.search.VectorStore;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VectorMakingTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final SettableClock clock = new SettableClock();
    private final InMemoryStorage storage = new InMemoryStorage();
    private final WatchedJobs jobs = new WatchedJobs(storage.jobs());
    private final ListeningEmbedder embedder = new ListeningEmbedder();
    private final String model = embedder.model();

    @Test
    void everyPaperGetsTheVectorOfItsText() throws Exception {
        keep(papers(50));
        try (VectorMaking _ = started()) {
            assertThat(jobs.next()).isEqualTo("finish");
            assertThat(storage.vectors().missing(model, 100)).isEmpty();
            Paper paper = papers(50).get(20);
            VectorStore.Vector vector =
                    Objects.requireNonNull(
                            storage.vectors().get(model, List.of(paper.id())).get(paper.id()));
            assertThat(vector.fingerprint()).isEqualTo(TextForVector.fingerprint(paper));
            assertThat(vector.values())
                    .isEqualTo(new HashingEmbedder().embedQuery(TextForVector.of(paper)));
        }
    }

    @Test
    void theNewestPapersComeFirst() throws Exception {
        keep(papers(50));
        try (VectorMaking _ = started()) {
            jobs.next();
            List<String> firsts = embedder.texts.subList(0, 16);
            assertThat(firsts).contains(TextForVector.of(papers(50).getLast()));
            assertThat(firsts).doesNotContain(TextForVector.of(papers(50).getFirst()));
        }
    }

    @Test
    void papersThatComeLaterAreFoundWhenItIsWoken() throws Exception {
        try (VectorMaking making = started()) {
            assertThat(jobs.next()).isEqualTo("finish");
            keep(papers(3));
            making.wake();
            assertThat(jobs.next()).isEqualTo("finish");
            assertThat(storage.vectors().count(model)).isEqualTo(3);
        }
    }

    @Test
    void aPaperWhoseTextChangesGetsANewVector() throws Exception {
        keep(papers(3));
        try (VectorMaking making = started()) {
            jobs.next();
            Paper changed = paper(1, "now about wheat");
            keep(List.of(changed));
            making.wake();
            jobs.next();
            assertThat(embedder.texts).hasSize(4).endsWith(TextForVector.of(changed));
        }
    }

    @Test
    void eachBatchThatIsKeptIsTold() throws Exception {
        keep(papers(20));
        BlockingQueue<Long> counts = new LinkedBlockingQueue<>();
        try (VectorMaking _ = started(() -> counts.add(storage.vectors().count(model)))) {
            jobs.next();
            assertThat(counts).containsExactly(16L, 20L);
        }
    }

    @Test
    void aRestartGoesOnWhereTheLastRunStopped() throws Exception {
        keep(papers(50));
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        VectorMaking first = started(() -> told.add("kept"));
        told.take();
        first.close();
        assertThat(storage.vectors().count(model)).isPositive();
        try (VectorMaking _ = started()) {
            assertThat(jobs.nextOf("finish")).isEqualTo("finish");
        }
        assertThat(embedder.texts).hasSize(50).doesNotHaveDuplicates();
        assertThat(storage.vectors().count(model)).isEqualTo(50);
    }

    @Test
    void closingGivesTheJobBack() throws Exception {
        keep(papers(50));
        VectorMaking making = started(() -> {});
        embedder.begun.take();
        making.close();
        assertThat(job().state()).isNotEqualTo(Job.State.CLAIMED);
        assertThat(storage.vectors().count(model)).isEqualTo(embedder.texts.size());
    }

    @Test
    void whatItHeldBeforeItsDeathIsTakenBackAtTheStart() throws Exception {
        keep(papers(3));
        storage.jobs().offer(VectorMaking.JOB, model, clock.instant());
        storage.jobs().claim(Set.of(VectorMaking.JOB), "node", LEASE, clock.instant());
        try (VectorMaking _ = started()) {
            assertThat(jobs.next()).isEqualTo("finish");
            assertThat(storage.vectors().count(model)).isEqualTo(3);
        }
    }

    @Test
    void whatAnotherNodeHoldsIsLeftToIt() throws Exception {
        keep(papers(3));
        storage.jobs().offer(VectorMaking.JOB, model, clock.instant());
        storage.jobs().claim(Set.of(VectorMaking.JOB), "other", LEASE, clock.instant());
        try (VectorMaking making = started()) {
            assertThat(jobs.nextOf("claimed nothing")).isEqualTo("claimed nothing");
            assertThat(embedder.texts).isEmpty();
            clock.pass(LEASE);
            making.wake();
            assertThat(jobs.nextOf("finish")).isEqualTo("finish");
            assertThat(storage.vectors().count(model)).isEqualTo(3);
        }
    }

    @Test
    void aFailureIsNotedAndTriedAgainWhenItsTimeHasCome() throws Exception {
        keep(papers(3));
        embedder.failures.add("the disk is on fire");
        try (VectorMaking making = started()) {
            assertThat(jobs.next()).isEqualTo("fail");
            assertThat(job().state()).isEqualTo(Job.State.WAITING);
            assertThat(job().error()).contains("the disk is on fire");
            clock.pass(Duration.ofMinutes(5));
            making.wake();
            assertThat(jobs.next()).isEqualTo("finish");
            assertThat(storage.vectors().count(model)).isEqualTo(3);
        }
    }

    @Test
    void afterTheLastAttemptItIsTriedAgainWhenItIsWoken() throws Exception {
        keep(papers(3));
        IntStream.range(0, JobQueue.MOST_ATTEMPTS).forEach(i -> embedder.failures.add("no " + i));
        try (VectorMaking making = started()) {
            for (int i = 0; i < JobQueue.MOST_ATTEMPTS; i++) {
                assertThat(jobs.next()).isEqualTo("fail");
                clock.pass(Duration.ofMinutes(5));
                making.wake();
            }
            assertThat(jobs.next()).isEqualTo("finish");
        }
    }

    @Test
    void vectorsThatStayMissingFailTheJobInsteadOfBeingMadeForEver() throws Exception {
        keep(papers(3));
        VectorStore forgetful = new ForgetfulVectors(storage.vectors());
        try (VectorMaking _ = started(forgetful, () -> {})) {
            assertThat(jobs.next()).isEqualTo("fail");
            assertThat(job().error()).contains("3 vectors were made and are still missing");
        }
    }

    @Test
    void aJobOfAnotherModelIsFinishedUnmade() throws Exception {
        keep(papers(3));
        storage.jobs().offer(VectorMaking.JOB, "an-older-model", Instant.EPOCH);
        try (VectorMaking _ = started()) {
            assertThat(jobs.next()).isEqualTo("finish");
            assertThat(jobs.next()).isEqualTo("finish");
            assertThat(storage.jobs().list(VectorMaking.JOB))
                    .extracting(Job::state)
                    .containsOnly(Job.State.DONE);
            assertThat(storage.vectors().count("an-older-model")).isZero();
        }
    }

    @Test
    void progressCountsWhatIsDone() throws Exception {
        keep(papers(20));
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (VectorMaking making = started(() -> told.add("kept"))) {
            jobs.next();
            assertThat(told).hasSize(2);
            assertThat(job().progress()).isEqualTo(new Job.Progress(20, 20));
            assertThat(making.progress().done()).isEqualTo(20);
            assertThat(making.progress().isComplete()).isTrue();
        }
    }

    private Job job() {
        return storage.jobs().list(VectorMaking.JOB).getFirst();
    }

    private void keep(List<Paper> papers) {
        storage.papers().keep(papers);
    }

    private VectorMaking started() {
        return started(() -> {});
    }

    private VectorMaking started(Runnable kept) {
        return started(storage.vectors(), kept);
    }

    private VectorMaking started(VectorStore vectors, Runnable kept) {
        var parts = new VectorMaking.Parts(storage.papers(), vectors, jobs, embedder);
        var making = new VectorMaking(parts, clock, "node", kept);
        making.start();
        return making;
    }

    /// So many papers, the oldest first.
    private static List<Paper> papers(int count) {
        return IntStream.range(0, count).mapToObj(i -> paper(i, "about number " + i)).toList();
    }

    private static Paper paper(int number, String text) {
        return Paper.of(
                        PaperId.of("local:" + number),
                        "Paper " + number,
                        new Origin(SourceName.ARXIV_SNAPSHOT, DAY))
                .abstractText(text)
                .published(DAY.minusDays(1_000L - number))
                .build();
    }

    /// Hashes words, remembers which texts it was given, and fails when told to.
    private static final class ListeningEmbedder implements Embedder {
        final HashingEmbedder words = new HashingEmbedder();
        final List<String> texts = new CopyOnWriteArrayList<>();
        final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

        @Override
        public String model() {
            return words.model();
        }

        @Override
        public int dimensions() {
            return words.dimensions();
        }

        @Override
        public List<float[]> embed(List<String> more) {
            begun.add("begun");
            String failure = failures.poll();
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            texts.addAll(more);
            return words.embed(more);
        }

        @Override
        public float[] embedQuery(String query) {
            return words.embedQuery(query);
        }

        @Override
        public void close() {
            words.close();
        }
    }

    /// A queue that says what became of a claim, so that a test can wait for it.
    private record WatchedJobs(JobQueue jobs, BlockingQueue<String> events) implements JobQueue {
        WatchedJobs(JobQueue jobs) {
            this(jobs, new LinkedBlockingQueue<>());
        }

        /// The next end of a claim.
        String next() throws InterruptedException {
            return nextOf("finish", "fail");
        }

        String nextOf(String... wanted) throws InterruptedException {
            List<String> seen = new ArrayList<>();
            while (true) {
                String event = events.poll(30, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("nothing more happened after " + seen);
                }
                if (List.of(wanted).contains(event)) {
                    return event;
                }
                seen.add(event);
            }
        }

        @Override
        public void offer(String kind, String subject, Instant now) {
            jobs.offer(kind, subject, now);
        }

        @Override
        public Optional<Lease> claim(
                Set<String> kinds, String worker, Duration lease, Instant now) {
            Optional<Lease> claimed = jobs.claim(kinds, worker, lease, now);
            if (claimed.isEmpty()) {
                events.add("claimed nothing");
            }
            return claimed;
        }

        @Override
        public Optional<Lease> renew(
                Lease lease, Job.Progress progress, Duration extension, Instant now) {
            return jobs.renew(lease, progress, extension, now);
        }

        @Override
        public void finish(Lease lease, Instant now) {
            jobs.finish(lease, now);
            events.add("finish");
        }

        @Override
        public void fail(Lease lease, String error, Instant retryAt, Instant now) {
            jobs.fail(lease, error, retryAt, now);
            events.add("fail");
        }

        @Override
        public void release(String worker, Instant now) {
            jobs.release(worker, now);
        }

        @Override
        public List<Job> list(String kind) {
            return jobs.list(kind);
        }
    }

    /// A store that keeps no vector.
    private record ForgetfulVectors(VectorStore vectors) implements VectorStore {
        @Override
        public void put(String model, Map<PaperId, Vector> lost) {}

        @Override
        public Map<PaperId, Vector> get(String model, Collection<PaperId> papers) {
            return vectors.get(model, papers);
        }

        @Override
        public List<PaperId> missing(String model, int limit) {
            return vectors.missing(model, limit);
        }

        @Override
        public long count(String model) {
            return vectors.count(model);
        }
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now = Instant.parse("2025-11-07T12:00:00Z");

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
