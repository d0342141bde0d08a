package org.broadsheet.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @Test
    void aSubjectReadsWhatItWrites() {
        Subject paper = new Subject("paper", "doi:10.1000/x.y");
        assertThat(paper).hasToString("paper doi:10.1000/x.y");
        assertThat(Subject.of(paper.toString())).isEqualTo(paper);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "comment", "comment ", " c1", "Comment c1", "comment c 1", "c\n1 x"})
    void whatIsNoSubjectIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of(text))
                .withMessageContaining("comment c123");
    }
}
