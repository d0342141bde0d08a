package org.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void aTableIsMarkdown() {
        assertThat(new Table("", "p99").row("words", "7.1 ms"))
                .hasToString("|  | p99 |\n| --- | --- |\n| words | 7.1 ms |\n");
    }

    @Test
    void aRowWithAMissingCellIsRefused() {
        var table = new Table("", "p50", "p99");
        assertThatIllegalArgumentException().isThrownBy(() -> table.row("words", "7.1 ms"));
    }
}
