package org.broadsheet.server.house;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.delivery.Sending;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.RankedEditions;
import org.broadsheet.editor.Desk;
import org.broadsheet.editor.Editing;
import org.broadsheet.editor.Editor;
import org.broadsheet.editor.Interests;
import org.broadsheet.embedding.onnx.OnnxEmbedder;
import org.broadsheet.embedding.onnx.OnnxOptions;
import org.broadsheet.enrichment.Enricher;
import org.broadsheet.enrichment.Enriching;
import org.broadsheet.enrichment.Enrichment;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.enrichment.Once;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.job.Job;
import org.broadsheet.lab.process.LabProgram;
import org.broadsheet.lab.work.Catalogue;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.lab.work.RunWorker;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.Embedder;
import org.broadsheet.search.HybridSearch;
import org.broadsheet.search.IndexFollower;
import org.broadsheet.search.Search;
import org.broadsheet.search.SearchIndex;
import org.broadsheet.search.VectorMaking;
import org.broadsheet.search.VectorProgress;
import org.broadsheet.search.lucene.LuceneIndex;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.account.Passwords;
import org.broadsheet.server.account.TheirComments;
import org.broadsheet.server.account.TheirDigest;
import org.broadsheet.server.account.TheirJudgements;
import org.broadsheet.server.account.TheirKeys;
import org.broadsheet.server.account.TheirNotices;
import org.broadsheet.server.account.TheirVotes;
import org.broadsheet.server.config.Database;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.harvest.Harvesting;
import org.broadsheet.server.harvest.Harvests;
import org.broadsheet.server.harvest.Schedule;
import org.broadsheet.server.mail.EmlOutbox;
import org.broadsheet.server.mail.Mailroom;
import org.broadsheet.server.round.Digests;
import org.broadsheet.server.round.RoundWork;
import org.broadsheet.server.sources.FirstEdition;
import org.broadsheet.server.sources.Sources;
import org.broadsheet.server.sources.web.Patience;
import org.broadsheet.server.sources.web.PoliteWeb;
import org.broadsheet.server.sources.web.Waiting;
import org.broadsheet.server.summaries.ModelEndpoint;
import org.broadsheet.server.summaries.Summarising;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;

/// All parts of one house, wired by hand: the one place that chooses backends. Whoever opened it
/// closes it. The caller owns the folder (`Home`).
public final class House implements AutoCloseable {
    private static final String VECTORS = "vectors";
    private static final String RUNS = "runs";
    private static final String HARVESTS = "harvests";

    /// Often enough for somebody who has just made room on a full disk.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final Path folder;
    private final Settings settings;
    private final Clock clock;
    private final Storage storage;
    private final OnnxEmbedder embedder;
    private final SearchIndex index;
    private final IndexFollower follower;
    private final VectorMaking vectors;
    private final Enriching enriching;
    private final BackgroundWork enrichment;
    private final Desk desk;
    private final BackgroundWork editor;
    private final Search search;
    private final Editions editions;
    private final Laboratory lab;
    private final RunWorker runs;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final PoliteWeb web;
    private final Sources sources;
    private final Harvesting harvesting;
    private final Harvests harvests;
    private final Digests digests;
    private final RoundWork rounds;
    private final Mailroom mail;
    private final Accounts accounts;
    private final Parts parts;
    private boolean labStarted;

    private House(Path folder, Settings settings, Clock clock, Parts parts) {
        this.parts = parts;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        storage = parts.keep(storage(folder, settings));
        embedder = parts.keep(new OnnxEmbedder(OnnxOptions.in(folder.resolve("models"))));
        index = parts.keep(LuceneIndex.open(folder.resolve("index"), embedder.model()));
        follower = new IndexFollower(index, storage, embedder.model());
        vectors =
                new VectorMaking(
                        new VectorMaking.Parts(
                                storage.papers(), storage.vectors(), storage.jobs(), embedder),
                        clock,
                        worker(VECTORS),
                        follower::catchUp);
        Once<Lexicon> words = new Once<>(Lexicon::shipped);
        enriching =
                new Enriching(
                        storage.papers(),
                        storage.enrichments(),
                        new Once<>(() -> new Enrichment(new Enricher(words.get()))),
                        follower::catchUp);
        enrichment = new BackgroundWork(enriching, storage.jobs(), clock, worker(Enriching.JOB));
        Editing editing =
                new Editing(
                        new Editing.Parts(storage, this::vectors, this::policy),
                        new Editor(words),
                        settings.edition(),
                        clock,
                        () -> {});
        editor = new BackgroundWork(editing, storage.jobs(), clock, worker(Editing.JOB));
        desk = new Desk(storage, editing, settings.edition(), clock);
        search = new HybridSearch(index, storage, embedder.model(), this::embedder);
        editions = new RankedEditions(storage, settings.edition());
        Path labFolder = folder.resolve("lab");
        LabProgram program = LabProgram.of(List.of(ShippedLab.folder(), labFolder), settings.lab());
        lab =
                new Laboratory(
                        new Catalogue(program, labFolder), storage.runs(), storage.jobs(), clock);
        runs = new RunWorker(lab, worker(RUNS), this::takeReports, follower::catchUp);
        web =
                parts.keep(
                        new PoliteWeb(
                                settings.sources().contact(),
                                Patience.DEFAULT,
                                clock,
                                Waiting.until(closing)));
        sources =
                parts.keep(
                        Sources.of(
                                settings.sources().addresses(), clock, folder.resolve("sources")));
        digests =
                new Digests(
                        storage,
                        editions,
                        settings.edition(),
                        DigestLook.of(storage, settings, lab),
                        clock);
        rounds = parts.keep(new RoundWork(digests.rounds(), this::wakeMail));
        mail =
                parts.keep(
                        new Mailroom(
                                storage,
                                new Mailroom.Whose(folder, worker(Sending.JOB), settings.mail()),
                                digests.letters(),
                                clock));
        accounts =
                new Accounts(
                        storage,
                        Passwords.argon2(),
                        mail.outbox(),
                        clock,
                        List.of(
                                new TheirVotes(storage.votes()),
                                new TheirComments(storage.discussion(), storage.comments(), clock),
                                new TheirJudgements(storage.commentVotes()),
                                new TheirNotices(storage.notices(), storage.reports()),
                                new TheirKeys(storage.passkeys(), storage.identities()),
                                new TheirDigest(
                                        storage.credentials(),
                                        storage.subscriptions(),
                                        storage.mailings(),
                                        clock)));
        harvesting = new Harvesting(storage, clock, web::asking);
        harvests =
                new Harvests(
                        storage,
                        sources,
                        harvesting,
                        new Harvests.Plan(
                                worker(HARVESTS),
                                new Schedule(
                                        settings.sources().harvestAt(), settings.edition().zone()),
                                () -> storage.house().now().categories(),
                                this::follow),
                        clock);
    }

    /// Opens the house in the folder, with the First Edition in it and the index brought up to the
    /// store.
    ///
    /// @throws org.broadsheet.storage.StorageException when the store cannot be used, saying why
    public static House open(Path folder, Settings settings, Clock clock) {
        Parts parts = new Parts();
        try {
            House house = new House(folder, settings, clock, parts);
            new Intake(house.storage).keep(FirstEdition.readings());
            house.follower.catchUp();
            return house;
        } catch (RuntimeException | Error e) {
            parts.close();
            throw e;
        }
    }

    /// Begins to look now and then whether the index lacks something, as long as the house is open.
    public void startFollowing() {
        parts.keep(new Following(follower::catchUp, LOOK_EVERY));
    }

    /// Begins to make vectors in the background, as long as the house is open.
    public void startMeaning() {
        if (settings.vectors() == Settings.Vectors.ENABLED) {
            parts.keep(vectors);
            vectors.start();
        }
    }

    /// Begins to work out keywords and extracts in the background, as long as the house is open.
    public void startEnriching() {
        parts.keep(enrichment);
        enrichment.start();
    }

    /// Begins to pick the editions that no reader fills, as long as the house is open.
    public void startEditing() {
        parts.keep(editor);
        editor.start();
    }

    /// Begins to ask the model for summaries, if one is named, as long as the house is open.
    public void startSummarising() {
        settings.summaries()
                .ifPresent(named -> {
                    ModelEndpoint model =
                            new ModelEndpoint(
                                    new ModelEndpoint.Place(
                                            named.endpoint(), named.model(), named.key()),
                                    Duration.ofSeconds(45));
                    BackgroundWork work =
                            parts.keep(
                                    new BackgroundWork(
                                            new Summarising(
                                                    model,
                                                    storage,
                                                    settings.edition(),
                                                    clock,
                                                    follower::catchUp),
                                            storage.jobs(),
                                            clock,
                                            worker(Summarising.JOB)));
                    // Closed first: a question under way does not hold the house up.
                    parts.keep(model);
                    work.start();
                });
    }

    /// The editor picks by what the people of the house chose.
    private Editing.Policy policy() {
        HouseSettings chosen = storage.house().now();
        return new Editing.Policy(
                new Interests(chosen.categories(), chosen.keywords()),
                Editing.Policy.STANDARD.count());
    }

    private Map<PaperId, float[]> vectors(Collection<PaperId> papers) {
        if (settings.vectors() == Settings.Vectors.DISABLED) {
            return Map.of();
        }
        Map<PaperId, float[]> vectors = new HashMap<>();
        storage.vectors()
                .get(embedder.model(), papers)
                .forEach((paper, vector) -> vectors.put(paper, vector.values()));
        return vectors;
    }

    /// Begins to run what is asked for, as long as the house is open, and takes in the reports that
    /// come with Broadsheet. Once it has begun, nothing happens.
    public synchronized void startLab() {
        if (!labStarted) {
            labStarted = true;
            parts.keep(runs);
            runs.start();
        }
    }

    /// Begins to send mail, and to make the digests that are due, as long as the house is open.
    public void startMail() {
        mail.start();
        rounds.start();
    }

    private void wakeMail() {
        mail.wake();
    }

    /// Begins to harvest by night and when asked, as long as the house is open.
    public void startHarvests() {
        parts.keep(harvests);
        harvests.start();
    }

    /// To be called after something was kept: brings the index up to the store, and wakes whoever
    /// makes vectors.
    public void follow(Kept kept) {
        if (kept.isNews()) {
            follower.catchUp();
            vectors.wake();
            enrichment.wake();
            editor.wake();
        }
    }

    /// How many papers were looked through for keywords, an extract and code links.
    public Job.Progress enriched() {
        Job.Progress progress = enriching.progress();
        long total = storage.papers().count();
        return progress.total() == 0
                ? new Job.Progress(total - storage.enrichments().countDue(), total)
                : progress;
    }

    /// To be called after papers were made one or parted.
    public void followUniting() {
        follower.catchUp();
        vectors.wake();
        enrichment.wake();
    }

    /// How many papers can be found by meaning.
    public VectorProgress meaning() {
        VectorProgress progress = vectors.progress();
        return progress.total() == 0
                ? new VectorProgress(
                        storage.vectors().count(embedder.model()), storage.papers().count(), 0)
                : progress;
    }

    public Path folder() {
        return folder;
    }

    public Settings settings() {
        return settings;
    }

    public Clock clock() {
        return clock;
    }

    public Storage storage() {
        return storage;
    }

    public SearchIndex index() {
        return index;
    }

    public IndexFollower follower() {
        return follower;
    }

    public Search search() {
        return search;
    }

    public Editions editions() {
        return editions;
    }

    public Desk desk() {
        return desk;
    }

    public Laboratory lab() {
        return lab;
    }

    /// Where papers can come from by themselves.
    public Sources sources() {
        return sources;
    }

    /// How sources are asked.
    public PoliteWeb web() {
        return web;
    }

    public Harvesting harvesting() {
        return harvesting;
    }

    /// How harvests stand, and what asks for one.
    public Harvests harvests() {
        return harvests;
    }

    /// What it brings to whom.
    public Digests digests() {
        return digests;
    }

    /// How its mail leaves it.
    public Mailroom mail() {
        return mail;
    }

    /// Where its mail goes while no server is named.
    public EmlOutbox outbox() {
        return mail.files();
    }

    /// What can be done with accounts.
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public void close() {
        closing.countDown();
        web.close();
        parts.close();
    }

    private void takeReports() {
        ShippedLab.takeReports(lab);
        follower.catchUp();
    }

    /// A name for a worker of this house: the same after a restart, another one for every house.
    private String worker(String kind) {
        String host = System.getenv().getOrDefault("HOSTNAME", "");
        return kind + "-" + Integer.toHexString((host + ":" + folder.toAbsolutePath()).hashCode());
    }

    private Optional<Embedder> embedder() {
        return settings.vectors() == Settings.Vectors.ENABLED
                ? Optional.of(embedder)
                : Optional.empty();
    }

    private static Storage storage(Path folder, Settings settings) {
        return switch (settings.storage()) {
            case Database.Sqlite _ -> JdbcStorage.open(folder.resolve("broadsheet.sqlite"));
            case Database.Postgresql(String url) -> JdbcStorage.open(url);
        };
    }
}
