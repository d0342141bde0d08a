package org.broadsheet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
    @Test
    void twelveHexadecimalDigitsNameARun() {
        assertThat(new RunId("3f9a02c1d4e7")).hasToString("3f9a02c1d4e7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3f9a02c1d4e", "3f9a02c1d4e70", "3F9A02C1D4E7", "3f9a02c1d4eg"})
    void anythingElseIsRefusedWithWhatIsAccepted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunId(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining(RunId.ACCEPTED);
    }
}
