package org.broadsheet.storage.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.commentId;
import static org.broadsheet.contract.Fixtures.id;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.change.Change;
import org.broadsheet.contract.Fixtures;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.discussion.CommentVote;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.enrichment.Enrichment;
import org.broadsheet.job.Lease;
import org.broadsheet.notice.Notice;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Text;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore;
import org.broadsheet.run.RunStore.Outcome;
import org.broadsheet.search.TextForVector;
import org.broadsheet.search.VectorStore.Vector;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done to it in whatever order, a lasting store answers like the one in memory.
class AgreesWithMemoryTest {
    private static final int STEPS = 200;
    private static final int PAPERS = 12;
    private static final int RUNS = 8;
    private static final int COMMENTS = 10;
    private static final Set<String> KINDS = Set.of("vectors", "runs");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void sqliteAgreesWithMemory(long seed) {
        try (Storage storage = JdbcStorage.open(folder.resolve("broadsheet.db"))) {
            agree(seed, storage);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void postgresAgreesWithMemory(long seed) {
        try (Storage storage = JdbcStorage.open(TestPostgres.newDatabase())) {
            agree(seed, storage);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void sqliteAgreesWithMemoryOnNames(long seed) {
        try (Storage storage = JdbcStorage.open(folder.resolve("names-" + seed + ".db"))) {
            agreeOnNames(seed, storage);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void postgresAgreesWithMemoryOnNames(long seed) {
        try (Storage storage = JdbcStorage.open(TestPostgres.newDatabase())) {
            agreeOnNames(seed, storage);
        }
    }

    /// As [#agree], with papers united and parted in between; in which order the changes of such a
    /// step are numbered is each store's own.
    private static void agreeOnNames(long seed, Storage storage) {
        Storage memory = new InMemoryStorage();
        Random choices = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            long choice = choices.nextLong();
            boolean isName = choices.nextInt(3) == 0;
            Object expected =
                    isName
                            ? name(memory, new Random(choice))
                            : act(memory, new Random(choice), step);
            Object got =
                    isName
                            ? name(storage, new Random(choice))
                            : act(storage, new Random(choice), step);
            assertThat(got).as("step %d of seed %d", step, seed).isEqualTo(expected);
            Map<String, Object> found = state(storage);
            Map<String, Object> wanted = state(memory);
            wanted.keySet().removeIf(what -> what.equals("changes") || what.startsWith("latest "));
            wanted.forEach((what, value) ->
                    assertThat(found.get(what))
                            .as("%s after a step of seed %d", what, seed)
                            .isEqualTo(value));
        }
    }

    /// Does one thing to the names, the same for the same random numbers, and tells the answer.
    private static Object name(Storage storage, Random random) {
        AliasStore aliases = storage.aliases();
        PaperId one = id(random.nextInt(PAPERS));
        PaperId other = id(random.nextInt(PAPERS));
        try {
            return switch (random.nextInt(5)) {
                case 0 -> aliases.note(Map.of("title:" + random.nextInt(3), one));
                case 1 -> aliases.note(Map.of(other.value(), one));
                case 2 -> aliases.part(one);
                default -> aliases.unite(one, other);
            };
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void agree(long seed, Storage storage) {
        Storage memory = new InMemoryStorage();
        Random choices = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            long choice = choices.nextLong();
            Object expected = act(memory, new Random(choice), step);
            assertThat(act(storage, new Random(choice), step))
                    .as("step %d of seed %d", step, seed)
                    .isEqualTo(expected);
            if (step % 20 == 0) {
                assertSame(memory, storage, step);
            }
        }
        assertSame(memory, storage, STEPS);
    }

    private static void assertSame(Storage memory, Storage storage, int step) {
        Map<String, Object> found = state(storage);
        state(memory)
                .forEach((what, expected) ->
                        assertThat(found.get(what))
                                .as("%s after step %d", what, step)
                                .isEqualTo(expected));
    }

    /// Does one thing to the storage, the same for the same random numbers, and tells the answer.
    private static Object act(Storage storage, Random random, int step) {
        Instant now = NOW.plusSeconds(step);
        PaperId paper = id(random.nextInt(PAPERS));
        ReaderId reader = new ReaderId("reader" + random.nextInt(3));
        try {
            return switch (random.nextInt(18)) {
                case 0, 1 -> storage.papers().keep(statements(random));
                case 2 -> storage.editions().submit(submissions(random, now));
                case 3 -> storage.tallies().keep(tallies(random, now));
                case 4, 5 -> did(() -> storage.votes().cast(reader, paper, now));
                case 6 -> did(() -> storage.votes().withdraw(reader, paper, now));
                case 7 -> did(() -> putVector(storage, random));
                case 8 -> did(() -> offer(storage, random, now));
                case 9, 10, 11 -> run(storage.runs(), random, now);
                case 13 -> did(() -> enrich(storage, random));
                case 14 -> comment(storage, random, paper, reader, step);
                case 15, 16, 17 -> discuss(storage, random, reader, now);
                default -> work(storage, random, now);
            };
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static boolean comment(
            Storage storage, Random random, PaperId paper, ReaderId reader, int step) {
        Optional<CommentId> parent =
                random.nextBoolean() ? Optional.of(anyComment(random)) : Optional.empty();
        Comment comment =
                Comment.of(
                        commentId(step % COMMENTS),
                        paper,
                        parent.filter(one -> storage.comments().find(one).isPresent()),
                        reader,
                        NOW.plusSeconds(step),
                        "Comment " + step);
        Notice notice =
                new Notice(
                        "notice " + step,
                        reader,
                        Notice.Kind.REPLY,
                        new Notice.Subject(reader, paper, "", ""),
                        NOW.plusSeconds(step),
                        Notice.State.UNREAD,
                        false);
        return storage.discussion().add(comment, List.of(notice));
    }

    private static CommentId anyComment(Random random) {
        return commentId(random.nextInt(COMMENTS));
    }

    private static Object discuss(Storage storage, Random random, ReaderId reader, Instant now) {
        CommentId comment = anyComment(random);
        return switch (random.nextInt(9)) {
            case 0 -> storage.discussion().edit(comment, "x" + random.nextInt(2), now, List.of());
            case 1 -> random.nextInt(4) == 0 && storage.discussion().remove(comment, now);
            case 2 ->
                    storage.discussion()
                            .hide(comment, new Comment.Hiding("why", reader, now), List.of());
            case 3 -> storage.discussion().show(comment, now, List.of());
            case 4 -> did(() -> storage.commentVotes().withdraw(reader, comment, now));
            case 5 -> storage.notices().markAll(reader, Set.of(Notice.State.UNREAD), state(random));
            default ->
                    did(() ->
                            storage.commentVotes()
                                    .cast(
                                            reader,
                                            comment,
                                            CommentVote.Judgement.values()[random.nextInt(2)],
                                            now));
        };
    }

    private static Notice.State state(Random random) {
        return Notice.State.values()[random.nextInt(3)];
    }

    private static boolean did(Runnable action) {
        action.run();
        return true;
    }

    private static List<Paper> statements(Random random) {
        return IntStream.range(0, 1 + random.nextInt(4)).mapToObj(_ -> statement(random)).toList();
    }

    private static Paper statement(Random random) {
        SourceName[] sources = SourceName.values();
        Origin origin =
                new Origin(
                        sources[random.nextInt(sources.length)], TODAY.plusDays(random.nextInt(3)));
        PaperBuilder paper =
                Paper.of(id(random.nextInt(PAPERS)), "Title " + random.nextInt(4), origin);
        if (random.nextBoolean()) {
            paper.abstractText("Abstract " + random.nextInt(4));
        }
        if (random.nextBoolean()) {
            paper.published(TODAY.minusDays(random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            paper.authors(List.of("Ada " + random.nextInt(3), "Emmy " + random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            paper.categories(List.of("cs." + random.nextInt(3), "math." + random.nextInt(3)));
        }
        return paper.build();
    }

    private static List<Submission> submissions(Random random, Instant now) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ ->
                        new Submission(
                                id(random.nextInt(PAPERS)),
                                TODAY.plusDays(random.nextInt(5)),
                                now,
                                "",
                                "reader"))
                .toList();
    }

    private static List<Tally> tallies(Random random, Instant now) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ ->
                        new Tally(
                                id(random.nextInt(PAPERS)),
                                Tally.Kind.VOTES,
                                "place " + random.nextInt(2),
                                random.nextInt(4),
                                now.minusSeconds(random.nextInt(3))))
                .toList();
    }

    private static void putVector(Storage storage, Random random) {
        PaperId paper = id(random.nextInt(PAPERS));
        String fingerprint =
                storage.papers().get(paper).map(TextForVector::fingerprint).orElse("none");
        Vector vector = new Vector(new float[] {random.nextFloat()}, fingerprint);
        storage.vectors().put("model " + random.nextInt(2), Map.of(paper, vector));
    }

    private static void enrich(Storage storage, Random random) {
        PaperId paper = id(random.nextInt(PAPERS));
        storage.papers()
                .get(paper)
                .ifPresent(known ->
                        storage.enrichments().done(Map.of(paper, Enrichment.fingerprint(known))));
    }

    private static void offer(Storage storage, Random random, Instant now) {
        String kind = random.nextBoolean() ? "vectors" : "runs";
        storage.jobs().offer(kind, "subject " + random.nextInt(3), now);
    }

    private static Object work(Storage storage, Random random, Instant now) {
        Duration duration = Duration.ofSeconds(random.nextInt(20));
        var lease = storage.jobs().claim(KINDS, "worker " + random.nextInt(2), duration, now);
        lease.ifPresent(held -> end(storage, held, random, now));
        return lease;
    }

    private static void end(Storage storage, Lease lease, Random random, Instant now) {
        switch (random.nextInt(4)) {
            case 0 -> storage.jobs().finish(lease, now);
            case 1 -> storage.jobs().fail(lease, "why", now.plusSeconds(5), now);
            case 2 -> storage.jobs().release(lease.worker(), now);
            default -> {
                // The worker dies, and its lease runs out.
            }
        }
    }

    private static Object run(RunStore runs, Random random, Instant now) {
        RunId run = run(random.nextInt(RUNS));
        PaperId paper = id(random.nextInt(2 * PAPERS));
        String text = "text " + random.nextInt(100);
        return switch (random.nextInt(6)) {
            case 0, 1 -> runs.ask(run, paper, text, now);
            case 2 -> runs.begin(run, now);
            case 3 -> runs.tell(run, text);
            default -> runs.end(run, outcome(random.nextInt(4), text), now);
        };
    }

    private static Outcome outcome(int which, String text) {
        return switch (which) {
            case 0 -> new Outcome.Failed(text);
            case 1 -> new Outcome.Cancelled();
            default -> new Outcome.Done(text, "short", Map.of("file", text.getBytes(UTF_8)));
        };
    }

    private static RunId run(int n) {
        return new RunId("%012x".formatted(n));
    }

    /// All that can be asked.
    private static Map<String, Object> state(Storage storage) {
        List<PaperId> ids = IntStream.range(0, PAPERS).mapToObj(Fixtures::id).toList();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("papers", storage.papers().get(ids));
        state.put("wire", storage.papers().wire(WirePlace.TOP, 100));
        state.put(
                "wire of a category",
                storage.papers().wire(new WirePlace(TODAY, id(4), "cs.1"), 100));
        state.put("author", storage.papers().by(AuthorKey.of("Emmy 1")));
        state.put("title", storage.papers().byTitle(List.of(Text.titleKey("Title 1"))));
        state.put("editions", storage.editions().between(TODAY, TODAY.plusDays(9)));
        state.put("edition before", storage.editions().before(TODAY.plusDays(3)));
        state.put("tallies", new HashSet<>(storage.tallies().of(ids, NOW.plusSeconds(200))));
        state.put("votes", storage.votes().of(ids));
        state.put("voted since", new HashSet<>(storage.votes().votedSince(NOW.plusSeconds(100))));
        state.put("missing vectors", storage.vectors().missing("model 1", 100));
        for (PaperId id : ids) {
            state.put("names of " + id, storage.aliases().of(id));
        }
        state.put(
                "names",
                storage.aliases()
                        .known(
                                Stream.concat(
                                                Stream.of("title:0", "title:1", "title:2"),
                                                ids.stream().map(PaperId::value))
                                        .toList()));
        state.put("vectors", storage.vectors().count("model 0"));
        state.put("due enrichments", storage.enrichments().due(100));
        state.put("due count", storage.enrichments().countDue());
        state.put("vector jobs", storage.jobs().list("vectors"));
        state.put("run jobs", storage.jobs().list("runs"));
        putRuns(state, storage.runs(), ids);
        putComments(state, storage, ids);
        for (Change.Kind kind : Change.Kind.values()) {
            state.put("latest " + kind, storage.changes().latest(EnumSet.of(kind)));
        }
        state.put("changes", storage.changes().after(0, EnumSet.allOf(Change.Kind.class), 1_000));
        return state;
    }

    private static void putComments(Map<String, Object> state, Storage storage, List<PaperId> ids) {
        state.put("latest comments", storage.comments().latest(Optional.empty(), 100));
        state.put("comments", storage.comments().count(ids, NOW.plusSeconds(STEPS)));
        state.put("comments before", storage.comments().count(ids, NOW.plusSeconds(STEPS / 2)));
        for (PaperId id : ids) {
            state.put("comments on " + id, storage.comments().of(id));
        }
        for (int n = 0; n < COMMENTS; n++) {
            state.put("history " + n, storage.comments().history(commentId(n)));
        }
        state.put(
                "comment votes",
                storage.commentVotes()
                        .of(IntStream.range(0, COMMENTS).mapToObj(Fixtures::commentId).toList()));
        ReaderId reader = new ReaderId("reader1");
        state.put("their comments", storage.comments().by(reader));
        state.put(
                "their notices",
                storage.notices().of(reader, EnumSet.allOf(Notice.State.class), "", 100));
        state.put("their unread notices", storage.notices().unread(reader));
    }

    private static void putRuns(Map<String, Object> state, RunStore runs, List<PaperId> ids) {
        state.put("runs", runs.latest(List.of(), 100));
        state.put("runs of papers", runs.latest(ids, 4));
        state.put("papers that were run", runs.done(ids));
        for (int n = 0; n < RUNS; n++) {
            state.put("run " + n, runs.find(run(n)));
            state.put("report " + n, runs.report(run(n)));
            state.put("file " + n, runs.file(run(n), "file").map(it -> new String(it, UTF_8)));
        }
    }
}
