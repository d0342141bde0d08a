package org.broadsheet.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.benchmarks.RealRecord;
import org.junit.jupiter.api.Test;

class EveryPaperTest {
    private final EveryPaper papers =
            new EveryPaper(
                    List.of(
                            new RealRecord("Waves in water", "Ada Shore", "Water and more water."),
                            new RealRecord("Memory of water", "Ben Spring", "Nothing remembers."),
                            new RealRecord("Sparse codes", "Cy Water", "Codes that are sparse.")));

    @Test
    void countingFindsTitlesBeforeAbstractsAndAuthorsToo() {
        assertThat(papers.byCounting("water")).containsExactly(0, 1, 2);
    }

    @Test
    void tfIdfFindsTheWordWhereItWeighsMost() {
        assertThat(papers.byTfIdf("sparse codes")).containsExactly(2);
        assertThat(papers.byTfIdf("water")).containsExactly(0, 1);
    }

    @Test
    void aWordOfNoPaperFindsNone() {
        assertThat(papers.byTfIdf("nowhere")).isEmpty();
        assertThat(papers.byCounting("nowhere")).isEmpty();
    }
}
