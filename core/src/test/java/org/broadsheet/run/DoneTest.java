package org.broadsheet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.broadsheet.run.RunStore.Outcome.Done;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a finished run may leave.
class DoneTest {
    private static final String LONGEST = "x".repeat(100);

    @ParameterizedTest
    @ValueSource(strings = {"a", "energy-error.csv", "Soliton_2.wav", "3.svg", "a..b"})
    void aNameThatIsSafeInAPathIsAccepted(String name) {
        assertThat(new Done("", "", Map.of(name, new byte[1])).files()).containsKey(name);
        assertThat(new Done("", "", Map.of(LONGEST, new byte[1])).files()).containsKey(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "a/b", "../a", "a\\b", "a b", "a\n", "ä.csv"})
    void aNameThatIsNotSafeInAPathIsRefusedWithWhatIsAccepted(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Done("", "", Map.of(name, new byte[1])))
                .withMessageContaining("\"" + name + "\"")
                .withMessageContaining(Done.ACCEPTED_NAME);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Done("", "", Map.of(LONGEST + "x", new byte[1])));
    }

    @Test
    void moreBytesThanTheLimitAreRefusedWithBothNumbers() {
        byte[] half = new byte[(int) (Done.MOST_FILE_BYTES / 2)];
        assertThat(new Done("", "", Map.of("a", half, "b", half)).files()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Done("", "", Map.of("a", half, "b", half, "c", new byte[1])))
                .withMessageContaining("67,108,865")
                .withMessageContaining("67,108,864");
    }

    @Test
    void filesThatAreAddedLaterAreNoneOfItsFiles() {
        Map<String, byte[]> files = new HashMap<>();
        Done done = new Done("", "", files);
        files.put("late.csv", new byte[1]);
        assertThat(done.files()).isEmpty();
    }
}
