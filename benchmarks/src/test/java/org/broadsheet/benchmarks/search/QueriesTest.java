package org.broadsheet.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueriesTest {
    private static final List<String> TITLES =
            List.of(
                    "Ordinary words about sparse codes",
                    "Why letters with accents count: Schrödinger, Gödel, Erdős",
                    "A to Z");

    @Test
    void queriesAreDifferentNeighbouringWordsOfTitles() {
        List<String> queries = Queries.of(TITLES, 10, 1);
        assertThat(queries).hasSize(10).doesNotHaveDuplicates();
        assertThat(queries)
                .allSatisfy(query ->
                        assertThat(TITLES)
                                .anySatisfy(title -> assertThat(words(title)).contains(query)));
    }

    @Test
    void theSameSeedGivesTheSameQueries() {
        assertThat(Queries.of(TITLES, 10, 7)).isEqualTo(Queries.of(TITLES, 10, 7));
    }

    @Test
    void emptyAndShortWordsAreLeftOut() {
        assertThat(Queries.words("What we do with small Fields"))
                .containsExactly("small", "fields");
    }

    private static String words(String title) {
        return String.join(" ", Queries.words(title));
    }
}
