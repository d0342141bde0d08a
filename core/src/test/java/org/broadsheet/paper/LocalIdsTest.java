package org.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalIdsTest {
    @Test
    void copiesOfOneTitleHaveOneFingerprint() {
        String one = LocalIds.of("Walks as Machines").value();

        assertThat(LocalIds.of("walks  as machines").value()).isEqualTo(one);
        assertThat(one).matches("local:walks-as-machines-[0-9a-f]{8}");
    }

    @Test
    void longTitlesThatBeginAlikeHaveDifferentIds() {
        String beginning = "A very long title that goes on and on until nobody can remember it ";

        assertThat(LocalIds.of(beginning + "one")).isNotEqualTo(LocalIds.of(beginning + "two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "<script>", "王伟的论文", "𝔄𝔅", "a?b#c\"d", "🙂"})
    void everyTitleHasAnId(String title) {
        assertThat(LocalIds.of(title).value()).startsWith("local:");
    }
}
