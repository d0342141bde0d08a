package org.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.broadsheet.contract.SharedData;
import org.broadsheet.search.lucene.Judged.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ranking by words does not get worse. The figures are those of docs/decisions/0003; they depend
/// on nothing random, so the tolerance only leaves room for a change of Lucene's rounding.
class JudgedCollectionsTest {
    private static final double TOLERANCE = 0.005;

    @TempDir Path folder;

    @Test
    void vaswaniIsRankedAsWellAsMeasured() throws IOException {
        Figures figures = figures(Judged.vaswani(SharedData.require("judged/vaswani")));

        assertThat(figures.map()).isGreaterThan(0.290 - TOLERANCE);
        assertThat(figures.ndcgAt10()).isGreaterThan(0.443 - TOLERANCE);
    }

    @Test
    void cranfieldIsRankedAsWellAsMeasured() throws IOException {
        Figures figures = figures(Judged.cranfield(SharedData.require("judged/cranfield")));

        assertThat(figures.map()).isGreaterThan(0.301 - TOLERANCE);
        assertThat(figures.ndcgAt10()).isGreaterThan(0.382 - TOLERANCE);
    }

    private Figures figures(Judged collection) {
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("index"), "no model")) {
            Figures figures = collection.figures(index);
            System.out.println(figures);
            return figures;
        }
    }
}
