package org.broadsheet.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.broadsheet.change.ChangeLog;
import org.broadsheet.contract.HashingEmbedder;
import org.broadsheet.discussion.Discussing;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.RankedEditions;
import org.broadsheet.editor.Desk;
import org.broadsheet.editor.Editing;
import org.broadsheet.editor.Editor;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.enrichment.Once;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.process.LabProgram;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.work.Catalogue;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.mail.Message;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.search.HybridSearch;
import org.broadsheet.search.InMemoryIndex;
import org.broadsheet.search.IndexFollower;
import org.broadsheet.search.Search;
import org.broadsheet.search.TextForVector;
import org.broadsheet.search.VectorStore.Vector;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.account.Passwords;
import org.broadsheet.server.account.TheirVotes;
import org.broadsheet.server.config.Outside;
import org.broadsheet.server.home.OwnerToken;
import org.broadsheet.server.round.DigestLetters;
import org.broadsheet.server.round.DigestMail;
import org.broadsheet.server.round.Digests;
import org.broadsheet.server.round.Subscribing;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.AccountAccess;
import org.broadsheet.server.security.AllowedHosts;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.signin.Elsewhere;
import org.broadsheet.server.trial.MovableClock;
import org.broadsheet.server.trial.coin.CoinRun;
import org.broadsheet.server.wiring.AccountRoutes;
import org.broadsheet.server.wiring.ApiRoutes;
import org.broadsheet.server.wiring.Doors;
import org.broadsheet.server.wiring.Listening;
import org.broadsheet.server.wiring.PageRoutes;
import org.broadsheet.server.wiring.RoundRoutes;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/// The pages as they are shipped, over a store in memory with real search, on a free loopback port.
final class PageHouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2025-11-09T12:00:00Z");

    final InMemoryStorage storage = new InMemoryStorage();
    final MovableClock clock;

    /// What would have been mailed, the latest last.
    final List<Message> mails = new CopyOnWriteArrayList<>();

    final Accounts accounts;

    /// Knows the coin, and has no worker: runs stay as a test puts them.
    final Laboratory lab;

    private final HashingEmbedder embedder = new HashingEmbedder();
    private final InMemoryIndex index = new InMemoryIndex();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final int port;
    private final Optional<Access> access;
    private final Outside outside;

    /// @param filling puts papers into the store before the server starts
    /// @param claimed the address that the house believes to be bound to
    PageHouse(Consumer<Storage> filling, String claimed, int asked, Instant now) {
        this(
                filling,
                Optional.empty(),
                InetAddress.ofLiteral(claimed),
                Outside.NOWHERE,
                asked,
                now);
    }

    private PageHouse(
            Consumer<Storage> filling,
            Optional<Access> access,
            InetAddress claimed,
            Outside outside,
            int asked,
            Instant now) {
        this.access = access;
        this.outside = outside;
        clock = new MovableClock(now);
        accounts =
                new Accounts(
                        storage,
                        Passwords.argon2(),
                        mails::add,
                        clock,
                        List.of(new TheirVotes(storage.votes())));
        lab = new Laboratory(catalogue(), storage.runs(), storage.jobs(), clock);
        filling.accept(storage);
        embedAll();
        catchUp();
        context =
                new SpringApplicationBuilder(Setting.class)
                        .initializers(
                                context -> register((GenericApplicationContext) context, claimed))
                        .run("--server.port=" + asked, "--server.address=127.0.0.1");
        var server = ((WebServerApplicationContext) context).getWebServer();
        port = Objects.requireNonNull(server).getPort();
    }

    /// As if a process had described the coin and its broken neighbour: the catalogue of no jars at
    /// all, kept under their fingerprint.
    private static Catalogue catalogue() {
        try {
            LabProgram program = new LabProgram(List.of(), LabProgram.Limits.STANDARD);
            Path folder = Files.createTempDirectory("broadsheet-catalogue");
            Path file = folder.resolve("catalogue-" + program.fingerprint() + ".json");
            Files.writeString(
                    file,
                    LabJson.write(
                            new Descriptor.Catalogue(
                                    "plain",
                                    List.of(CoinRun.descriptor()),
                                    List.of("org.example.Dice: <nobody> can make it"))));
            Catalogue catalogue = new Catalogue(program, folder);
            catalogue.all();
            Files.delete(file);
            Files.delete(folder);
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A house of one reader, who may vote.
    static PageHouse with(Consumer<Storage> filling) {
        return new PageHouse(filling, "127.0.0.1", 0, NOW);
    }

    /// Digests that lead to a house of the world, as pages preview them.
    Digests digests() {
        return new Digests(
                storage,
                new RankedEditions(storage, EditionClock.DEFAULT),
                EditionClock.DEFAULT,
                new DigestLetters.Look(
                        () -> storage.house().now().name(),
                        () -> "https://papers.example.org",
                        papers -> Map.of(),
                        DigestMail::subject),
                clock);
    }

    /// A house of one reader, who stays that whoever else has an account.
    static PageHouse ofOneReader(Consumer<Storage> filling) {
        return behind(filling, Access.boundTo(InetAddress.getLoopbackAddress()), Outside.NOWHERE);
    }

    /// A house that proxies on this machine stand before.
    static PageHouse behind(Consumer<Storage> filling, Access access, Outside outside) {
        return new PageHouse(
                filling, Optional.of(access), InetAddress.getLoopbackAddress(), outside, 0, NOW);
    }

    /// A house with accounts that the world knows by another address than this machine.
    static PageHouse known(Consumer<Storage> filling, String address) {
        return new PageHouse(
                filling,
                Optional.empty(),
                InetAddress.getLoopbackAddress(),
                new Outside(Optional.of(URI.create(address)), List.of()),
                0,
                NOW);
    }

    /// A house that others reach, where nobody may vote.
    static PageHouse readOnly(Consumer<Storage> filling) {
        return new PageHouse(filling, "0.0.0.0", 0, NOW);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// As programs send it that are no browser: it does not say where it comes from.
    HttpResponse<String> postFromAnywhere(String path, String form) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    Discussing discussing() {
        return new Discussing(
                new Discussing.Parts(storage.discussion(), storage.comments(), storage.notices()),
                clock,
                new Random(7));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// What was stored since is found by searches from now on.
    void catchUp() {
        new IndexFollower(index, storage, embedder.model()).catchUp();
    }

    /// Gives every paper its vector.
    void embedAll() {
        Map<PaperId, Vector> vectors = new HashMap<>();
        for (Paper paper : storage.papers().wire(WirePlace.TOP, 100_000)) {
            float[] values = embedder.embed(List.of(TextForVector.of(paper))).getFirst();
            vectors.put(paper.id(), new Vector(values, TextForVector.fingerprint(paper)));
        }
        storage.vectors().put(embedder.model(), vectors);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private void register(GenericApplicationContext context, InetAddress address) {
        context.registerBean(Storage.class, () -> storage);
        context.registerBean(ChangeLog.class, storage::changes);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                Access.class,
                () ->
                        access.orElseGet(() ->
                                new AccountAccess(
                                        Access.boundTo(address),
                                        storage.readers(),
                                        storage.changes(),
                                        context.getBean(SigningIn.class))));
        context.registerBean(Accounts.class, () -> accounts);
        context.registerBean(
                AllowedHosts.class,
                () -> new AllowedHosts("localhost", address, List.of("127.0.0.1")));
        context.registerBean(Outside.class, () -> outside);
        context.registerBean(Subscribing.class, () -> digests().subscribing(mails::add));
        context.registerBean(
                Listening.class,
                () -> new Listening("localhost", InetAddress.getLoopbackAddress()));
        context.registerBean(Elsewhere.class, () -> Elsewhere.NOWHERE);
        context.registerBean(Laboratory.class, () -> lab);
        context.registerBean(
                Curating.class,
                () ->
                        new Curating(
                                storage.aliases(), context.getBean(Access.class), this::catchUp));
        context.registerBean(
                Search.class,
                () ->
                        new HybridSearch(
                                index, storage, embedder.model(), () -> Optional.of(embedder)));
        context.registerBean(
                Readiness.class,
                () ->
                        new Readiness(
                                () -> storage.vectors().count(embedder.model()),
                                () -> storage.papers().count(),
                                clock));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @Import({
        Doors.class,
        ApiRoutes.class,
        PageRoutes.class,
        RoundRoutes.class,
        AccountRoutes.class
    })
    static class Setting {
        @Bean
        EditionClock editionClock() {
            return EditionClock.DEFAULT;
        }

        @Bean
        Desk desk(Storage storage, EditionClock editionClock, Clock clock) {
            Editing editing =
                    new Editing(
                            new Editing.Parts(
                                    storage, _ -> Map.of(), () -> Editing.Policy.STANDARD),
                            new Editor(new Once<>(Lexicon::shipped)),
                            editionClock,
                            clock,
                            () -> {});
            return new Desk(storage, editing, editionClock, clock);
        }

        @Bean
        OwnerToken ownerToken() {
            return new OwnerToken("0123456789abcdef");
        }

        @Bean
        Editions editions(Storage storage, EditionClock clock) {
            return new RankedEditions(storage, clock);
        }
    }
}
