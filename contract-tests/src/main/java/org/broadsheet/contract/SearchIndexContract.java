package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.broadsheet.run.RunStore.Outcome.Failed;
import org.broadsheet.search.Feature;
import org.broadsheet.search.IndexFollower;
import org.broadsheet.search.QueryParser;
import org.broadsheet.search.Results.Facet;
import org.broadsheet.search.SearchIndex;
import org.broadsheet.search.SearchIndex.Batch;
import org.broadsheet.search.SearchIndex.Entry;
import org.broadsheet.search.SearchIndex.Found;
import org.broadsheet.search.SearchIndex.Scored;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;

/// What every [SearchIndex] does.
public interface SearchIndexContract {
    /// The index under test: empty before each test, closed by the test class after it.
    SearchIndex index();

    @Test
    default void anEmptyIndexFindsNothingAndStandsAtZero() {
        assertThat(index().sequence()).isZero();
        assertThat(found("anything").total()).isZero();
        assertThat(found("").best()).isEmpty();
        assertThat(index().nearest(axis(0), QueryParser.parse(""), 10)).isEmpty();
        assertThat(index().beginning(List.of("any"), 5)).isEmpty();
        assertThat(index().mended("anything")).isEmpty();
    }

    @Test
    default void aPaperIsFoundAsSoonAsApplyReturns() {
        put(paper("2401.00001", "Sparse Mixtures").build());

        assertThat(ids("mixtures")).containsExactly("2401.00001");
    }

    @Test
    default void aPaperPutAgainReplacesItsOlderForm() {
        put(paper("2401.00001", "Sparse Mixtures").build());
        put(paper("2401.00001", "Dense Blends").build());

        assertThat(ids("mixtures")).isEmpty();
        assertThat(ids("blends")).containsExactly("2401.00001");
        assertThat(found("").total()).isEqualTo(1);
    }

    @Test
    default void aPaperThatIsGoneIsNotFound() {
        put(paper("2401.00001", "Sparse Mixtures").build());
        index().apply(new Batch(List.of(), List.of(PaperId.of("2401.00001")), 2));

        assertThat(ids("mixtures")).isEmpty();
    }

    @Test
    default void clearingTakesEverythingOutAndGoesBackToZero() {
        put(paper("2401.00001", "Sparse Mixtures").build());
        index().clear();

        assertThat(index().sequence()).isZero();
        assertThat(found("").total()).isZero();
    }

    @Test
    default void aLargeBatchIsFoundInFull() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            entries.add(entry(paper("2401.%05d".formatted(i), "Lattice number " + i).build()));
        }
        index().apply(new Batch(entries, List.of(), 500));

        assertThat(found("lattice").total()).isEqualTo(500);
        assertThat(found("lattice").best()).hasSize(20);
    }

    @Test
    default void moreOfTheWordsRankHigherAndTitlesBeforeAbstracts() {
        put(
                paper("2401.00001", "Drying of Paint")
                        .abstractText("We watch walls. Glaciers are not in it, nor is ice.")
                        .build(),
                paper("2401.00002", "Glaciers and Their Ice")
                        .abstractText("We look at walls of another kind.")
                        .build(),
                paper("2401.00003", "A Study of Ice").abstractText("Cubes, mostly.").build());

        assertThat(ids("glaciers ice")).startsWith("2401.00002").contains("2401.00001");
        assertThat(found("glaciers ice").best())
                .isSortedAccordingTo(Scored.BEST_FIRST)
                .allMatch(one -> one.score() > 0);
    }

    @Test
    default void amongMadeUpPapersTheRightOneComesFirst() {
        put(
                paper("2401.00001", "Storing Patterns in Energy Landscapes")
                        .abstractText("A network remembers many patterns as valleys of an energy.")
                        .keywords(List.of("associative memory")),
                paper("2401.00002", "Talking Portraits from One Photograph")
                        .abstractText(
                                "We move the lips and the head of a portrait by a voice alone."),
                paper("2401.00003", "Counting Orders in Noisy Series")
                        .abstractText("The entropy of ordinal patterns tells noise from chaos."),
                paper("2401.00004", "Light Pulses in Long Fibres")
                        .abstractText("A nonlinear equation is solved for pulses by split steps."),
                paper("2401.00005", "Which Heads Can Be Pruned")
                        .abstractText(
                                "Attention heads are taken out one by one, and few are missed."));

        assertThat(ids("associative memory network")).startsWith("2401.00001");
        assertThat(ids("portrait head moved by voice")).startsWith("2401.00002");
        assertThat(ids("permutation entropy of ordinal patterns")).startsWith("2401.00003");
        assertThat(ids("nonlinear pulses")).startsWith("2401.00004");
        assertThat(ids("pruning heads")).startsWith("2401.00005").contains("2401.00002");
    }

    @Test
    default void endingsDoNotMatter() {
        put(paper("2401.00001", "Learned Representations of Graphs").build());

        assertThat(ids("representation")).hasSize(1);
        assertThat(ids("learning")).hasSize(1);
        assertThat(ids("graph")).hasSize(1);
    }

    @Test
    default void accentsAreFoundBothWays() {
        put(
                paper("2401.00001", "Poincaré Embeddings").build(),
                paper("2401.00002", "The Poincar\\'{e} Map").build(),
                paper("2401.00003", "Poincare Recurrence").build());

        assertThat(ids("poincare")).hasSize(3);
        assertThat(ids("Poincaré")).hasSize(3);
    }

    @Test
    default void namesOfThingsWithSignsAreFound() {
        put(
                paper("2401.00001", "Templates in C++").build(),
                paper("2401.00002", "Pointers in C").build(),
                paper("2401.00003", "Fast k-NN Search").build(),
                paper("2401.00004", "A 360° Camera for 3D Scenes").build(),
                paper("2401.00005", "Rotation by $\\alpha$-Stable Noise").build(),
                paper("2401.00006", "Projections $W=KQ^\\top$ in Attention").build());

        assertThat(ids("C++")).containsExactly("2401.00001");
        assertThat(ids("kNN")).containsExactly("2401.00003");
        assertThat(ids("k-NN")).containsExactly("2401.00003");
        assertThat(ids("360°")).containsExactly("2401.00004");
        assertThat(ids("3D")).containsExactly("2401.00004");
        assertThat(ids("\\alpha")).containsExactly("2401.00005");
        assertThat(ids("α")).containsExactly("2401.00005");
        assertThat(ids("$W=KQ^\\top$")).first().isEqualTo("2401.00006");
    }

    @Test
    default void anIdAmongWordsIsFound() {
        put(paper("2308.16898", "Margins").build(), paper("cs/9809007", "Older").build());

        assertThat(ids("see 2308.16898")).containsExactly("2308.16898");
        assertThat(ids("see cs/9809007")).containsExactly("cs/9809007");
    }

    @Test
    default void aPhraseMustStandSideBySide() {
        put(
                paper("2401.00001", "Nonlinear Heads").build(),
                paper("2401.00002", "Heads that are Nonlinear").build());

        assertThat(ids("\"nonlinear heads\"")).containsExactly("2401.00001");
        assertThat(ids("nonlinear heads")).hasSize(2);
    }

    @Test
    default void aPhraseDoesNotReachFromOneTextIntoTheNext() {
        put(paper("2401.00001", "On Oceans").abstractText("Deep water moves slowly.").build());

        assertThat(ids("\"oceans deep\"")).isEmpty();
    }

    @Test
    default void negationLeavesOutWordsPhrasesAndFields() {
        put(
                paper("2401.00001", "Neural Fields of View").categories(List.of("cs.CV")).build(),
                paper("2401.00002", "Neural Fields").categories(List.of("cs.LG")).build());

        assertThat(ids("fields -view")).containsExactly("2401.00002");
        assertThat(ids("fields -\"fields of view\"")).containsExactly("2401.00002");
        assertThat(ids("fields -cat:cs.LG")).containsExactly("2401.00001");
        assertThat(ids("-view")).containsExactly("2401.00002");
    }

    @Test
    default void authorsAreFoundByPartsOfTheirNames() {
        put(
                paper("2401.00001", "One").authors(List.of("Ana María Quispe", "Bo Li")).build(),
                paper("2401.00002", "Two").authors(List.of("Ana Li", "María Bo")).build());

        assertThat(ids("author:quispe")).containsExactly("2401.00001");
        assertThat(ids("author:\"bo li\"")).containsExactly("2401.00001");
        assertThat(ids("author:\"Maria Quispe\"")).containsExactly("2401.00001");
        assertThat(ids("author:\"Quispe Bo\"")).isEmpty();
        assertThat(ids("quispe")).containsExactly("2401.00001");
        assertThat(ids("\"Maria Bo\"")).containsExactly("2401.00002");
    }

    @Test
    default void aCategoryFindsThoseBelowIt() {
        put(
                paper("2401.00001", "One").categories(List.of("cs.LG", "stat.ML")).build(),
                paper("2401.00002", "Two").categories(List.of("math.CO")).build());

        assertThat(ids("cat:cs")).containsExactly("2401.00001");
        assertThat(ids("cat:CS.lg")).containsExactly("2401.00001");
        assertThat(ids("cat:c")).isEmpty();
        assertThat(ids("cat:stat cat:cs")).containsExactly("2401.00001");
    }

    @Test
    default void otherFieldsNarrow() {
        put(
                paper("2401.00001", "One")
                        .organisations(List.of(new Organisation("ulm", "University of Ulm")))
                        .keywords(List.of("Associative memory"))
                        .link(new Link(Link.Kind.CODE, "https://example.org/code"))
                        .build(),
                paper("2401.00002", "Two").abstractText("A text.").build());

        assertThat(ids("org:ulm")).containsExactly("2401.00001");
        assertThat(ids("org:\"university of\"")).containsExactly("2401.00001");
        assertThat(ids("keyword:\"associative memory\"")).containsExactly("2401.00001");
        assertThat(ids("keyword:associative")).isEmpty();
        assertThat(ids("has:code")).containsExactly("2401.00001");
        assertThat(ids("has:abstract")).containsExactly("2401.00002");
        assertThat(ids("has:run")).isEmpty();
        assertThat(ids("id:2401.00002,2401.00009")).containsExactly("2401.00002");
        assertThat(ids("associative")).containsExactly("2401.00001");
    }

    @Test
    default void aPaperHasARunOnceOneIsDoneAndTheIndexFollowed() {
        Storage storage = new InMemoryStorage();
        IndexFollower follower = new IndexFollower(index(), storage, "no model");
        storage.papers().keep(List.of(Fixtures.paper(1), Fixtures.paper(2), Fixtures.paper(3)));
        RunStore runs = storage.runs();
        for (int n = 1; n <= 3; n++) {
            runs.ask(new RunId("%012x".formatted(n)), Fixtures.id(n), "", Fixtures.NOW);
        }
        follower.catchUp();
        assertThat(ids("has:run")).isEmpty();

        runs.end(new RunId("000000000002"), new Done("", "", Map.of()), Fixtures.NOW);
        runs.end(new RunId("000000000003"), new Failed("why"), Fixtures.NOW);
        follower.catchUp();
        assertThat(ids("has:run")).containsExactly(Fixtures.id(2).value());
        assertThat(ids("has:run count")).containsExactly(Fixtures.id(2).value());
        assertThat(ids("-has:run")).containsExactly(Fixtures.id(1).value(), Fixtures.id(3).value());
        assertThat(found("count").facets())
                .contains(
                        new Facet(
                                "has",
                                List.of(
                                        value("abstract", "has:abstract", 3),
                                        value("run", "has:run", 1))));
    }

    @Test
    default void datesNarrowAndPapersWithoutADayAreLeftOut() {
        put(
                paper("2401.00001", "One").published(LocalDate.of(2024, 3, 1)).build(),
                paper("2401.00002", "Two").published(LocalDate.of(2025, 12, 31)).build(),
                paper("2401.00003", "Three").build());

        assertThat(ids("date:2024")).containsExactly("2401.00001");
        assertThat(ids("date:2024..2025")).containsExactly("2401.00002", "2401.00001");
        assertThat(ids("date:2024-03..2024-03-01")).containsExactly("2401.00001");
        assertThat(ids("date:..2024")).containsExactly("2401.00001");
        assertThat(ids("date:2025-06..")).containsExactly("2401.00002");
        assertThat(ids("-date:2024")).containsExactly("2401.00002", "2401.00003");
    }

    @Test
    default void aSearchWithoutWordsFindsTheLatestFirstThenById() {
        LocalDate day = LocalDate.of(2024, 5, 6);
        put(
                paper("2401.00003", "A").published(day).build(),
                paper("2401.00001", "B").build(),
                paper("2401.00002", "C").published(day).build(),
                paper("2401.00004", "D").published(day.plusDays(1)).build());

        assertThat(ids("")).containsExactly("2401.00004", "2401.00002", "2401.00003", "2401.00001");
    }

    @Test
    default void wordsThatAreAllTooCommonFindNothing() {
        put(paper("2401.00001", "The It of the").abstractText("Of that.").build());

        assertThat(ids("the of")).isEmpty();
        assertThat(ids("--- $$ …")).isEmpty();
    }

    @Test
    default void facetsCountAllThatWasFound() {
        put(
                paper("2401.00001", "Moss")
                        .categories(List.of("cs.LG", "cs.CV"))
                        .published(LocalDate.of(2024, 1, 1))
                        .build(),
                paper("2401.00002", "Moss too")
                        .categories(List.of("cs.LG"))
                        .published(LocalDate.of(2025, 1, 1))
                        .abstractText("Green.")
                        .build(),
                paper("2401.00003", "Fern").categories(List.of("cs.LG")).build());
        Found found = index().words(QueryParser.parse("moss"), 1);

        assertThat(found.best()).hasSize(1);
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.facets())
                .containsExactly(
                        new Facet(
                                "year",
                                List.of(
                                        value("2024", "date:2024", 1),
                                        value("2025", "date:2025", 1))),
                        new Facet(
                                "cat",
                                List.of(
                                        value("cs.LG", "cat:cs.LG", 2),
                                        value("cs.CV", "cat:cs.CV", 1))),
                        new Facet("has", List.of(value("abstract", "has:abstract", 1))));
    }

    @Test
    default void theNearestVectorsComeFirstWithTheirCosine() {
        index().apply(
                        new Batch(
                                List.of(
                                        entry(paper("2401.00001", "One").build(), axis(0)),
                                        entry(paper("2401.00002", "Two").build(), between(0, 1)),
                                        entry(paper("2401.00003", "Three").build(), axis(1)),
                                        entry(paper("2401.00004", "Four").build())),
                                List.of(),
                                4));
        List<Scored> nearest = index().nearest(axis(0), QueryParser.parse(""), 10);

        assertThat(nearest.stream().map(one -> one.id().value()))
                .containsExactly("2401.00001", "2401.00002", "2401.00003");
        assertThat(nearest.getFirst().score()).isCloseTo(1, within());
        assertThat(nearest.get(1).score()).isCloseTo(Math.sqrt(0.5), within());
        assertThat(nearest.getLast().score()).isCloseTo(0, within());
    }

    @Test
    default void conditionsHoldForVectorsToo() {
        index().apply(
                        new Batch(
                                List.of(
                                        entry(paper("2401.00001", "Red moss").build(), axis(0)),
                                        entry(paper("2401.00002", "Green moss").build(), axis(1))),
                                List.of(),
                                2));

        assertThat(nearest("-red")).containsExactly("2401.00002");
        assertThat(nearest("\"green moss\"")).containsExactly("2401.00002");
        assertThat(nearest("id:2401.00002")).containsExactly("2401.00002");
        assertThat(nearest("-id:2401.00001")).containsExactly("2401.00002");
        assertThat(nearest("fern")).hasSize(2);
    }

    @Test
    default void aPaperPutAgainWithoutItsVectorLosesIt() {
        Paper paper = paper("2401.00001", "One").build();
        index().apply(new Batch(List.of(entry(paper, axis(0))), List.of(), 1));
        index().apply(new Batch(List.of(entry(paper)), List.of(), 2));

        assertThat(nearest("")).isEmpty();
    }

    @Test
    default void amongManyVectorsTheTrueNearestAreFound() {
        Random random = new Random(7);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            entries.add(entry(paper("2401.%05d".formatted(i), "P" + i).build(), random(random)));
        }
        index().apply(new Batch(entries, List.of(), 300));
        float[] wanted = random(random);
        List<String> exact =
                entries.stream()
                        .sorted((a, b) -> Double.compare(dot(b, wanted), dot(a, wanted)))
                        .limit(10)
                        .map(one -> one.paper().id().value())
                        .toList();
        List<String> found =
                index().nearest(wanted, QueryParser.parse(""), 10).stream()
                        .map(one -> one.id().value())
                        .toList();

        assertThat(found.stream().filter(exact::contains).count()).isGreaterThanOrEqualTo(8);
    }

    @Test
    default void typingFindsTitlesAndAuthorsByTheBeginningsOfTheirWords() {
        put(
                paper("2401.00001", "Hopping Frogs").authors(List.of("Ines Toad")).build(),
                paper("2401.00002", "Frogspawn").published(LocalDate.of(2024, 1, 1)).build());

        assertThat(index().beginning(List.of("frog"), 5))
                .extracting(PaperId::value)
                .containsExactly("2401.00002", "2401.00001");
        assertThat(index().beginning(List.of("hop", "frog"), 5)).hasSize(1);
        assertThat(index().beginning(List.of("toa"), 5)).hasSize(1);
        assertThat(index().beginning(List.of("frog"), 1)).hasSize(1);
    }

    @Test
    default void aSlipOfTheFingerIsMendedAndAKnownWordIsNot() {
        put(
                paper("2401.00001", "Hopfield Networks").build(),
                paper("2401.00002", "Hopfield").build());

        assertThat(index().mended("hopfeild")).isEqualTo(Optional.of("hopfield"));
        assertThat(index().mended("hopfield")).isEmpty();
        assertThat(index().mended("zebra")).isEmpty();
    }

    @Test
    default void hostileTextIsIndexedLikeAnyOther() {
        put(
                paper("2401.00001", "<script>alert(1)</script> מאמר 深度学习 🎉 \\unknown{x}$")
                        .abstractText("a".repeat(50_000) + " " + "$".repeat(99) + "\\")
                        .authors(List.of("Ö", "—"))
                        .build());

        assertThat(ids("script")).hasSize(1);
        assertThat(ids("学习")).hasSize(1);
        assertThat(ids("מאמר")).hasSize(1);
    }

    private static Facet.Value value(String label, String clause, long count) {
        return new Facet.Value(label, clause, count);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-5);
    }

    private Found found(String query) {
        return index().words(QueryParser.parse(query), 20);
    }

    private List<String> ids(String query) {
        return found(query).best().stream().map(one -> one.id().value()).toList();
    }

    private List<String> nearest(String query) {
        return index().nearest(axis(0), QueryParser.parse(query), 10).stream()
                .map(one -> one.id().value())
                .toList();
    }

    private void put(PaperBuilder... papers) {
        put(List.of(papers).stream().map(PaperBuilder::build).toArray(Paper[]::new));
    }

    private void put(Paper... papers) {
        List<Entry> entries = List.of(papers).stream().map(SearchIndexContract::entry).toList();
        index().apply(new Batch(entries, List.of(), papers.length));
    }

    private static PaperBuilder paper(String id, String title) {
        Origin origin = new Origin(SourceName.FIRST_EDITION, LocalDate.of(2025, 11, 7));
        return Paper.of(PaperId.of(id), title, origin);
    }

    private static Entry entry(Paper paper) {
        return new Entry(paper, null, Feature.of(paper));
    }

    private static Entry entry(Paper paper, float[] vector) {
        return new Entry(paper, vector, Set.of());
    }

    private static float[] axis(int at) {
        float[] vector = new float[64];
        vector[at] = 1;
        return vector;
    }

    private static float[] between(int one, int other) {
        float[] vector = new float[64];
        vector[one] = (float) Math.sqrt(0.5);
        vector[other] = (float) Math.sqrt(0.5);
        return vector;
    }

    private static float[] random(Random random) {
        float[] vector = new float[64];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static double dot(Entry entry, float[] other) {
        float[] vector = entry.vector();
        double sum = 0;
        for (int i = 0; vector != null && i < other.length; i++) {
            sum += vector[i] * other[i];
        }
        return sum;
    }
}
