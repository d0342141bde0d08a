package org.broadsheet.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.edition.Pick;
import org.broadsheet.enrichment.Lexicon;
import org.broadsheet.enrichment.Once;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.junit.jupiter.api.Test;

class EditorTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    private static final Origin ARXIV = new Origin(SourceName.ARXIV_OAI, DAY);

    private final Editor editor = new Editor(new Once<>(Lexicon::shipped));
    private final List<Paper> wire = new ArrayList<>();
    private final List<Editor.LikedPaper> liked = new ArrayList<>();

    @Test
    void withoutVotesAndInterestsTheNewestComeFirst() {
        for (int n = 0; n < 9; n++) {
            wire.add(paper(n, "Title number" + n, "cs.LG", DAY.minusDays(n)));
        }
        assertThat(ids(pick(Interests.NONE, 3))).containsExactly(id(0), id(1), id(2));
        assertThat(pick(Interests.NONE, 1).getFirst().reason()).contains("newest papers");
    }

    @Test
    void theHousesCategoriesAndKeywordsComeFirstAndTheReasonSaysSo() {
        wire.add(paper(0, "Counting goats", "cs.LG", DAY));
        wire.add(paper(1, "Counting stars", "astro-ph.GA", DAY.minusDays(3)));
        wire.add(paper(2, "Learning from sheep herds", "cs.RO", DAY.minusDays(3)));
        List<Pick> picks = pick(new Interests(List.of("astro-ph"), List.of("sheep herd")), 2);
        assertThat(ids(picks)).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(picks)
                .extracting(Pick::reason)
                .containsExactlyInAnyOrder(
                        "Picked by the editor: it is in astro-ph.GA.",
                        "Picked by the editor: it is about “sheep herd”.");
    }

    @Test
    void whatReadersVotedForIsFoundAgainByItsWords() {
        learnThatSheepAreLiked();
        wire.add(paper(1, "Weighing goats with scales", "cs.LG", DAY));
        wire.add(paper(2, "Counting sheep with drones", "cs.LG", DAY));
        List<Pick> picks = pick(Interests.NONE, 1);
        assertThat(ids(picks)).containsExactly(id(2));
        assertThat(picks.getFirst().reason())
                .startsWith("Picked by the editor: it resembles “Counting sheep")
                .endsWith("got more votes than most of its day.");
    }

    @Test
    void meaningIsHeardWhereThereAreVectors() {
        Map<PaperId, float[]> vectors = new java.util.HashMap<>();
        for (int n = 0; n < 40; n++) {
            PaperId one = id(100 + n);
            boolean isLiked = n % 2 == 0;
            liked.add(
                    new Editor.LikedPaper(
                            paper(100 + n, "Word" + n, "cs.LG", DAY.minusDays(9)),
                            isLiked ? 1 : -1));
            vectors.put(one, isLiked ? new float[] {1, 0} : new float[] {0, 1});
        }
        wire.add(paper(1, "Alpha", "cs.LG", DAY));
        wire.add(paper(2, "Beta", "cs.LG", DAY));
        wire.add(paper(3, "Gamma", "cs.LG", DAY));
        vectors.put(id(1), new float[] {0, 1});
        vectors.put(id(2), new float[] {1, 0});
        Editor.Question question =
                new Editor.Question(DAY, wire, liked, vectors, Interests.NONE, Set.of());
        assertThat(editor.order(question)).containsExactly(id(2), id(3), id(1));
    }

    @Test
    void ofTwinsOneIsEnough() {
        String text = "We count sheep in fog with drones and cameras at night over wet meadows.";
        for (int n = 0; n < 3; n++) {
            wire.add(
                    Paper.of(id(n), "Counting sheep in fog", ARXIV)
                            .abstractText(text)
                            .published(DAY)
                            .build());
        }
        wire.add(paper(7, "Weighing goats with scales", "cs.LG", DAY.minusDays(4)));
        assertThat(ids(pick(Interests.NONE, 2))).hasSize(2).contains(id(7));
    }

    @Test
    void anEmptyWireHasNoPicksAndTheSameQuestionTheSameAnswer() {
        assertThat(pick(Interests.NONE, 20)).isEmpty();
        learnThatSheepAreLiked();
        for (int n = 0; n < 30; n++) {
            wire.add(paper(n, "Word" + n + " and sheep", "cs.LG", DAY.minusDays(n % 5)));
        }
        assertThat(pick(Interests.NONE, 20)).isEqualTo(pick(Interests.NONE, 20)).hasSize(20);
    }

    @Test
    void gainsTellPapersOfADayApartAndDaysAreComparable() {
        Map<PaperId, Double> busy = Gains.ofDay(Map.of(id(1), 999L, id(2), 0L));
        Map<PaperId, Double> quiet = Gains.ofDay(Map.of(id(1), 1L, id(2), 0L));
        assertThat(busy).isEqualTo(quiet).containsEntry(id(1), 1.0);
        assertThat(Gains.ofDay(Map.of(id(1), 3L, id(2), 3L))).isEmpty();
        assertThat(Gains.ofDay(Map.of())).isEmpty();
    }

    private void learnThatSheepAreLiked() {
        for (int n = 0; n < 20; n++) {
            boolean isLiked = n % 2 == 0;
            String title = (isLiked ? "Counting sheep in herd " : "Weighing goats in herd ") + n;
            liked.add(
                    new Editor.LikedPaper(
                            paper(100 + n, title, "cs.LG", DAY.minusDays(9)), isLiked ? 1 : -1));
        }
    }

    private List<Pick> pick(Interests interests, int count) {
        return editor.pick(
                new Editor.Question(DAY, wire, liked, Map.of(), interests, Set.of()), count);
    }

    private static List<PaperId> ids(List<Pick> picks) {
        return picks.stream().map(Pick::paper).toList();
    }

    private static PaperId id(int n) {
        return PaperId.of("2511.%05d".formatted(n));
    }

    private static Paper paper(int n, String title, String category, LocalDate published) {
        return Paper.of(id(n), title, ARXIV)
                .categories(List.of(category))
                .published(published)
                .build();
    }
}
