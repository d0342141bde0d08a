package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.search.Explanation.Part;
import org.broadsheet.search.VectorStore.Vector;
import org.broadsheet.storage.InMemoryStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HybridSearchTest {
    private static final String MODEL = "topics";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final InMemoryIndex index = new InMemoryIndex();
    private final IndexFollower follower = new IndexFollower(index, storage, MODEL);
    private final HybridSearch search =
            new HybridSearch(index, storage, MODEL, () -> Optional.of(new TopicEmbedder()));
    private final HybridSearch byWords = new HybridSearch(index, storage, MODEL, Optional::empty);

    @BeforeEach
    void keepPapers() {
        keep(
                paper("2401.00001", "Melting glaciers in the alps")
                        .abstractText(
                                "We measure how fast the ice goes, and what the valleys lose.")
                        .authors(List.of("Nora Firn", "Ueli Grat"))
                        .categories(List.of("physics.geo-ph")),
                paper("2401.00002", "Frozen water under the sun")
                        .abstractText("Ice sheets and how they respond to warm summers.")
                        .categories(List.of("physics.ao-ph")),
                paper("2401.00003", "Attention heads that do nothing")
                        .abstractText("Many heads of a transformer can be taken out.")
                        .authors(List.of("Nora Haupt"))
                        .categories(List.of("cs.LG")),
                paper("2401.00004", "Nonlinear heads for transformers")
                        .abstractText("A nonlinear head reads more than a linear one.")
                        .categories(List.of("cs.LG")));
    }

    @Test
    void papersAreFoundByWordsAsSoonAsStored() {
        Results results = byWords.find("nonlinear heads", 0, 10);

        assertThat(ids(results)).containsExactly("2401.00004", "2401.00003");
        assertThat(results.byMeaning()).isEqualTo(Results.Meaning.LEFT_OUT);
        assertThat(results.total()).isEqualTo(2);
    }

    @Test
    void papersAreFoundByMeaningWithoutAnyOfTheWords() {
        embedAll();
        Results results = search.find("glaciers", 0, 10);

        assertThat(ids(results)).startsWith("2401.00001", "2401.00002");
        assertThat(results.byMeaning()).isEqualTo(Results.Meaning.TOOK_PART);
        assertThat(results.hits().get(1).explanation().parts())
                .singleElement()
                .satisfies(part -> assertThat(part.list()).isEqualTo("meaning"));
    }

    @Test
    void untilThereAreVectorsMeaningIsLeftOut() {
        assertThat(search.find("glaciers", 0, 10).byMeaning()).isEqualTo(Results.Meaning.LEFT_OUT);
    }

    @Test
    void theExplanationAddsUpAndNamesWordsAndPlaces() {
        embedAll();
        Hit best = search.find("nonlinear heads", 0, 10).hits().getFirst();
        double sum = best.explanation().parts().stream().mapToDouble(Part::adds).sum();

        assertThat(best.explanation().score()).isEqualTo(sum);
        assertThat(best.explanation().parts())
                .extracting(Part::list)
                .containsExactly("words", "meaning");
        assertThat(best.explanation().parts().getFirst().reason())
                .isEqualTo(
                        "“nonlinear” once in the title, once in the abstract; “heads” once in the"
                                + " title, once in the abstract.");
    }

    @Test
    void foundWordsAreMarked() {
        Hit hit = byWords.find("glacier", 0, 10).hits().getFirst();

        assertThat(hit.title()).contains(new Hit.Piece("glaciers", Hit.Mark.FOUND));
        assertThat(hit.snippet()).allMatch(piece -> piece.mark() == Hit.Mark.PLAIN);
    }

    @Test
    void conditionsHoldForBothLists() {
        embedAll();

        assertThat(ids(search.find("heads cat:physics", 0, 10)))
                .containsExactly("2401.00002", "2401.00001");
        assertThat(ids(search.find("heads -nonlinear", 0, 10))).doesNotContain("2401.00004");
        assertThat(ids(search.find("\"attention heads\"", 0, 10))).containsExactly("2401.00003");
    }

    @Test
    void filtersAloneListTheLatestFirst() {
        embedAll();
        Results results = search.find("cat:cs", 0, 10);

        assertThat(ids(results)).containsExactly("2401.00004", "2401.00003");
        assertThat(results.byMeaning()).isEqualTo(Results.Meaning.LEFT_OUT);
    }

    @Test
    void facetsCountWhatIsFoundByWordsAndByMeaningAndNothingTwice() {
        embedAll();

        assertThat(counted("glaciers")).isEqualTo(4);
        assertThat(counted("nonlinear heads")).isEqualTo(4);
        assertThat(counted("2401.00002")).isEqualTo(4);
        assertThat(counted("cat:cs")).isEqualTo(2);
    }

    @Test
    void facetsCountTheWholeOfAResultThatIsLongerThanWhatIsFused() {
        PaperBuilder[] many = new PaperBuilder[700];
        for (int i = 0; i < many.length; i++) {
            many[i] = paper("2402.%05d".formatted(i), i % 2 == 0 ? "heads" : "transformer");
        }
        keep(many);
        embedAll();

        assertThat(counted("heads")).isEqualTo(search.find("heads", 0, 10).total());
    }

    /// The papers of all years; each of these papers has one.
    private long counted(String query) {
        return search.find(query, 0, 10).facets().stream()
                .filter(facet -> facet.field().equals("year"))
                .flatMap(facet -> facet.values().stream())
                .mapToLong(Results.Facet.Value::count)
                .sum();
    }

    @Test
    void aLoneIdFindsThatPaperFirstAndThenThoseLikeIt() {
        embedAll();
        Results results = search.find("https://arxiv.org/abs/2401.00002v3", 0, 2);

        assertThat(ids(results)).containsExactly("2401.00002", "2401.00001");
        assertThat(results.hits().getFirst().explanation().parts().getFirst().reason())
                .isEqualTo("You asked for this paper by its id.");
        assertThat(results.total()).isEqualTo(4);
    }

    @Test
    void aLoneIdThatIsNotHereFindsNothing() {
        assertThat(byWords.find("2401.09999", 0, 10).total()).isZero();
    }

    @Test
    void likeFindsByStoredVectorsAndLeavesThePaperOut() {
        embedAll();

        assertThat(ids(byWords.find("like:2401.00003", 0, 1))).containsExactly("2401.00004");
        assertThat(ids(byWords.find("2401.00003, 2401.00004", 0, 9)))
                .containsExactlyInAnyOrder("2401.00001", "2401.00002");
        assertThatThrownBy(() -> search.find("like:2401.09999", 0, 1))
                .hasMessageContaining("like:2401.09999 is no paper here");
    }

    @Test
    void similarPapersAreFoundByWordsWhileThereAreNoVectors() {
        assertThat(search.similar(PaperId.of("2401.00003"), 1))
                .extracting(one -> one.id().value())
                .containsExactly("2401.00004");
        assertThat(search.similar(PaperId.of("2401.09999"), 1)).isEmpty();
    }

    @Test
    void similarPapersAreFoundByMeaningOnceThereAreVectors() {
        embedAll();

        assertThat(search.similar(PaperId.of("2401.00001"), 1))
                .extracting(one -> one.id().value())
                .containsExactly("2401.00002");
    }

    @Test
    void aSlipIsMendedWhenThatFindsMore() {
        assertThat(byWords.find("nonlinaer heads", 0, 10).didYouMean()).contains("nonlinear heads");
        assertThat(byWords.find("nonlinear heads", 0, 10).didYouMean()).isEmpty();
        assertThat(byWords.find("qqqqqq", 0, 10).didYouMean()).isEmpty();
    }

    @Test
    void typingIsCompletedByAuthorsAndTitles() {
        assertThat(byWords.suggest("nor", 5)).containsExactly("Nora Haupt", "Nora Firn");
        assertThat(byWords.suggest("attention he", 5))
                .containsExactly("Attention heads that do nothing");
        assertThat(byWords.suggest(" ", 5)).isEmpty();
    }

    @Test
    void pagesThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> search.find("x", -1, 10)).hasMessageContaining("page -1");
        assertThatThrownBy(() -> search.find("x", 0, 121))
                .hasMessageContaining("accepted is 1 to 120");
        assertThat(search.find("heads", Integer.MAX_VALUE, 120).hits()).isEmpty();
    }

    @Test
    void everyPaperStandsOnExactlyOnePageHoweverDeep() {
        PaperBuilder[] many = new PaperBuilder[700];
        for (int i = 0; i < many.length; i++) {
            String topic = i % 3 == 0 ? "heads" : i % 3 == 1 ? "ice" : "heads of ice";
            many[i] = paper("2402.%05d".formatted(i), topic + " number " + i);
        }
        keep(many);
        embedAll();
        long total = search.find("heads", 0, 50).total();
        List<String> all = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (int page = 0; (long) page * 50 < total; page++) {
            for (Hit hit : search.find("heads", page, 50).hits()) {
                all.add(hit.paper().id().value());
                scores.add(hit.explanation().score());
            }
        }

        assertThat(all).hasSize((int) total).doesNotHaveDuplicates();
        assertThat(new LinkedHashSet<>(all)).hasSizeGreaterThan(450);
        assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void anIndexAheadOfItsStoreIsBuiltAnew() {
        IndexFollower other = new IndexFollower(index, new InMemoryStorage(), MODEL);
        other.catchUp();

        assertThat(index.sequence()).isZero();
        assertThat(byWords.find("heads", 0, 10).total()).isZero();
    }

    @Test
    void aRebuildFindsEverythingAgainAndTellsHowFarItIs() {
        embedAll();
        List<String> told = new ArrayList<>();
        follower.rebuild((done, total) -> told.add(done + "/" + total));

        assertThat(told).startsWith("0/4").endsWith("4/4");
        assertThat(search.find("glaciers", 0, 10).byMeaning()).isEqualTo(Results.Meaning.TOOK_PART);
        assertThat(index.sequence()).isEqualTo(storage.changes().latest());
    }

    private static List<String> ids(Results results) {
        return results.hits().stream().map(hit -> hit.paper().id().value()).toList();
    }

    private void keep(PaperBuilder... papers) {
        storage.papers().keep(List.of(papers).stream().map(PaperBuilder::build).toList());
        follower.catchUp();
    }

    private void embedAll() {
        Map<PaperId, Vector> vectors = new HashMap<>();
        List<PaperId> missing = storage.vectors().missing(MODEL, 10_000);
        for (Paper paper : storage.papers().get(missing).values()) {
            float[] vector = TopicEmbedder.vector(TextForVector.of(paper));
            vectors.put(paper.id(), new Vector(vector, TextForVector.fingerprint(paper)));
        }
        storage.vectors().put(MODEL, vectors);
        follower.catchUp();
    }

    private static PaperBuilder paper(String id, String title) {
        int number = Integer.parseInt(id.substring(5));
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(number);
        return Paper.of(PaperId.of(id), title, new Origin(SourceName.FIRST_EDITION, day))
                .published(day);
    }

    /// Knows two topics: cold things and networks.
    private static final class TopicEmbedder implements Embedder {
        private static final Set<String> COLD = Set.of("glaciers", "ice", "frozen", "alps");
        private static final Set<String> NETWORKS =
                Set.of("heads", "transformer", "attention", "nonlinear");

        static float[] vector(String text) {
            double cold = 0.01;
            double networks = 0.01;
            for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
                cold += COLD.contains(word) ? 1 : 0;
                networks += NETWORKS.contains(word) ? 1 : 0;
            }
            double length = Math.hypot(cold, networks);
            return new float[] {(float) (cold / length), (float) (networks / length)};
        }

        @Override
        public String model() {
            return MODEL;
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(TopicEmbedder::vector).toList();
        }

        @Override
        public float[] embedQuery(String query) {
            return vector(query);
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
