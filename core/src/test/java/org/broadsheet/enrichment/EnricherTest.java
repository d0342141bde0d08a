package org.broadsheet.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EnricherTest {
    private static final String TITLE = "HeronNet: Counting Herons with Graph Neural Networks";
    private static final String TEXT =
            "Wading birds are counted by hand, which takes weeks. Existing tools fail in fog."
                    + " We propose HeronNet, a graph neural network (GNN) for counting herons in"
                    + " aerial images under partial observation. However, fog is still hard."
                    + " Experiments on three wetlands show that HeronNet halves the counting error"
                    + " of convolutional neural networks. Code is available at"
                    + " https://github.com/heron/net.";

    private final Enricher enricher = new Enricher();

    @Test
    void keywordsArePhrasesOfTheTextSurestFirst() {
        List<String> keywords = enricher.of(TITLE, TEXT).keywords();
        assertThat(keywords).hasSizeLessThanOrEqualTo(Keywords.COUNT).doesNotHaveDuplicates();
        assertThat(keywords.subList(0, 5)).contains("graph neural network");
        assertThat(keywords).allMatch(keyword -> (TITLE + TEXT).contains(keyword));
        assertThat(keywords)
                .noneMatch(keyword -> keyword.matches("(?i).*\\b(we|the|propose|show|is)\\b.*"));
    }

    @Test
    void theExtractIsTheSentenceThatSaysWhatIsDone() {
        assertThat(enricher.of(TITLE, TEXT).extract())
                .contains(
                        "We propose HeronNet, a graph neural network (GNN) for counting herons in"
                                + " aerial images under partial observation.");
    }

    @Test
    void theSameTextAlwaysHasTheSame() {
        assertThat(new Enricher().of(TITLE, TEXT)).isEqualTo(enricher.of(TITLE, TEXT));
    }

    @Test
    void aTextWithoutWordsHasNoKeywords() {
        assertThat(enricher.of("$x$", "$y$ = 3.").keywords()).isEmpty();
        assertThat(enricher.of("", "").extract()).isEmpty();
    }

    @Property(tries = 200)
    void anyTextIsTakenAndKeywordsStayFew(@ForAll String title, @ForAll String text) {
        Enricher.Found found = enricher.of(title, text + " and " + title);
        assertThat(found.keywords()).hasSizeLessThanOrEqualTo(Keywords.COUNT);
    }

    @Test
    void hyphensAndEndingsDoNotCountWhereKeywordsAreCompared() {
        assertThat(Phrases.key("Flow-Matching models"))
                .isEqualTo(Phrases.key("flow matching model"));
    }
}
