package org.broadsheet.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongerFileTest {
    private static final String LINE =
            "{\"id\": \"cs/0001001\", \"title\": \"On Ids\", \"doi\": \"10.1/x\", \"n\": 1}";

    @Test
    void aCopyHasAnIdATitleAndNoDoiOfItsOwn() {
        assertThat(LongerFile.renamed(LINE, 2, 0))
                .isEqualTo(
                        "{\"id\": \"3001.00001\", \"title\": \"Copy 2: On Ids\", \"doi\": null,"
                                + " \"n\": 1}");
    }

    @Test
    void aQuotationMarkInADoiDoesNotBreakTheRecord() {
        assertThat(LongerFile.renamed(LINE.replace("10.1/x", "10.1/\\\"x\\\""), 2, 0))
                .contains("\"doi\": null, \"n\"");
    }

    @Test
    void idsGoOnInTheNextMonthWhenOneIsFull() {
        assertThat(LongerFile.renamed(LINE, 2, 99_998)).contains("\"3001.99999\"");
        assertThat(LongerFile.renamed(LINE, 2, 99_999)).contains("\"3002.00001\"");
        assertThat(LongerFile.renamed(LINE, 2, 12 * 99_999L)).contains("\"3101.00001\"");
    }
}
