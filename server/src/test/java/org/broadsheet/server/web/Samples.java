package org.broadsheet.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Papers for the pages' tests.
final class Samples {
    static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    static final PaperId PLAIN = PaperId.of("2510.00001");
    static final PaperId MATHS = PaperId.of("2510.00002");
    static final PaperId NASTY = PaperId.of("2510.00003");
    static final PaperId CROWD = PaperId.of("2510.00004");
    static final PaperId OLD = PaperId.of("cs/9809007");
    static final PaperId DOI = PaperId.of("doi:10.1000/a(b);c/d");
    static final int CROWD_SIZE = 664;

    private static final Origin SNAPSHOT = new Origin(SourceName.ARXIV_SNAPSHOT, DAY);
    private static final Instant MORNING = Instant.parse("2025-11-07T09:00:00Z");

    private Samples() {}

    /// The edition of 7 November with a few papers of every kind, and one the week before.
    static void few(Storage storage) {
        storage.papers().keep(List.of(plain(), maths(), nasty(), crowd(), old(), doi()));
        submit(storage, DAY, List.of(PLAIN, MATHS, NASTY, CROWD));
        submit(storage, DAY.minusDays(8), List.of(OLD, DOI));
        storage.tallies()
                .keep(
                        List.of(
                                new Tally(
                                        MATHS,
                                        Tally.Kind.VOTES,
                                        "hosted daily papers",
                                        140,
                                        MORNING),
                                new Tally(
                                        MATHS,
                                        Tally.Kind.COMMENTS,
                                        "hosted daily papers",
                                        3,
                                        MORNING)));
        storage.votes().cast(new ReaderId("ada"), PLAIN, MORNING);
    }

    /// One day with so many papers.
    static void full(Storage storage, int count) {
        List<PaperId> ids =
                IntStream.range(0, count)
                        .mapToObj(i -> PaperId.of("2509.%05d".formatted(i)))
                        .toList();
        storage.papers()
                .keep(
                        ids.stream()
                                .map(id ->
                                        Paper.of(id, "Paper " + id, SNAPSHOT)
                                                .published(DAY.minusDays(1))
                                                .categories(List.of("cs.LG"))
                                                .build())
                                .toList());
        submit(storage, DAY, ids);
    }

    /// The papers that come with the program.
    static void firstEdition(Storage storage) {
        Origin origin = new Origin(SourceName.FIRST_EDITION, DAY);
        List<Paper> papers = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (JsonNode node : json("/first-edition.json").get("papers")) {
            PaperId id = PaperId.of(node.get("id").asString());
            papers.add(
                    Paper.of(id, node.get("title").asString(), origin)
                            .authors(texts(node.get("authors")))
                            .published(LocalDate.parse(node.get("published").asString()))
                            .summary(
                                    new Summary(
                                            node.get("summary").asString(),
                                            node.get("deck").asString(),
                                            Summary.Writer.BROADSHEET))
                            .keywords(texts(node.get("keywords")))
                            .build());
            if (node.get("comments").asInt() > 0) {
                tallies.add(
                        new Tally(
                                id,
                                Tally.Kind.COMMENTS,
                                "hosted daily papers",
                                node.get("comments").asInt(),
                                MORNING));
            }
        }
        storage.papers().keep(papers);
        storage.tallies().keep(tallies);
        submit(storage, DAY, papers.stream().map(Paper::id).toList());
    }

    static void submit(Storage storage, LocalDate day, List<PaperId> ids) {
        storage.editions()
                .submit(
                        ids.stream()
                                .map(id ->
                                        new Submission(
                                                id,
                                                day,
                                                Instant.parse(day + "T02:30:00Z"),
                                                "",
                                                "First Edition"))
                                .toList());
    }

    private static Paper plain() {
        return Paper.of(PLAIN, "A plain paper about multi-head attention", SNAPSHOT)
                .authors(List.of("Ada Example", "Béla Minta"))
                .abstractText(
                        "Heads attend. This is the first sentence of a made-up abstract about"
                                + " heads.\n\nA second paragraph.")
                .published(LocalDate.of(2025, 10, 1))
                .categories(List.of("cs.LG", "stat.ML"))
                .keywords(List.of("attention heads", "transformers"))
                .link(new Link(Link.Kind.CODE, "https://code.example.org/plain"))
                .build();
    }

    private static Paper maths() {
        return Paper.of(MATHS, "Turning heads by 360$^{\\circ}$ with $W=KQ^\\top$", SNAPSHOT)
                .authors(List.of("Carl Example"))
                .abstractText(
                        "For $x \\in \\mathbb{R}^d$ we show that "
                                + "$$f(x) = \\frac{1}{2}x^2$$ holds & costs $5 or $10.")
                .summary(new Summary("A model wrote this.", "", Summary.Writer.MODEL))
                .published(LocalDate.of(2025, 10, 2))
                .categories(List.of("cs.CV"))
                .build();
    }

    /// Script, mark-up, other directions, emoji and line ends in every field.
    private static Paper nasty() {
        String nasty =
                "<script>alert(1)</script>\n\"quoted\" 'x' & <b>bold</b>"
                        + " שלום 🦊 $<img src=x onerror=alert(1)>$";
        PaperBuilder paper =
                Paper.of(NASTY, nasty, SNAPSHOT)
                        .authors(List.of("<i>Eve</i> \"' & שלום", "🦊 Fox"))
                        .abstractText(nasty + "\n\n" + nasty)
                        .summary(new Summary(nasty, nasty, Summary.Writer.BROADSHEET))
                        .published(LocalDate.of(2025, 10, 3))
                        .categories(List.of("<cs>\"'"))
                        .keywords(List.of("<u>key</u>&\"", "🦊"));
        return paper.build();
    }

    private static Paper crowd() {
        return Paper.of(CROWD, "A paper by a crowd", SNAPSHOT)
                .authors(
                        IntStream.rangeClosed(1, CROWD_SIZE)
                                .mapToObj(i -> "Author No" + i)
                                .toList())
                .published(LocalDate.of(2025, 10, 4))
                .build();
    }

    private static Paper old() {
        return Paper.of(OLD, "An old paper", SNAPSHOT).published(LocalDate.of(1998, 9, 3)).build();
    }

    private static Paper doi() {
        return Paper.of(DOI, "A paper from elsewhere", SNAPSHOT).build();
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode json(String resource) {
        try (InputStream file =
                Objects.requireNonNull(Samples.class.getResourceAsStream(resource), resource)) {
            return new JsonMapper().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
