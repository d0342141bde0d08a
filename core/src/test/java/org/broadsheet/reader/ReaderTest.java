package org.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an account may be called.
class ReaderTest {
    private static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");

    private static Reader reader(String name, String shown) {
        return Reader.joining(new ReaderId("r1"), name, shown, Role.READER, NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Ada", "a-b_c", "0x", "abcdefghijklmnopqrstuvwxyz012345"})
    void namesOfTheAcceptedFormAreKeptInSmallLetters(String name) {
        assertThat(reader(name, "A").name()).isEqualTo(name.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "-a",
                "_a",
                "a b",
                "a.b",
                "é-e",
                "аda",
                "a\n",
                "@ada",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void otherNamesAreRefusedWithWhatIsAccepted(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader(name, "A"))
                .withMessageContaining(name)
                .withMessageContaining("2 to 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Admin", "LOCAL", "broadsheet", "everyone", "me"})
    void reservedNamesAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader(name, "A"))
                .withMessageContaining("reserved");
    }

    @Test
    void aShownNameIsOneLineOfOneToSixtyCharacters() {
        assertThat(reader("ada", "  Ada \n Lovelace ").shown()).isEqualTo("Ada Lovelace");
        assertThat(reader("ada", "🧪".repeat(60)).shown()).hasSize(120);
        assertThatIllegalArgumentException().isThrownBy(() -> reader("ada", " \t "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader("ada", "x".repeat(61)))
                .withMessageContaining("1 to 60");
    }

    @Test
    void aBlockedReaderStaysBlockedSinceTheFirstTime() {
        Reader blocked = reader("ada", "Ada").blocked(NOW).blocked(NOW.plusSeconds(1));
        assertThat(blocked.blockedSince()).isEqualTo(NOW);
        assertThat(blocked.as(Role.ADMIN).isActiveAdmin()).isFalse();
        assertThat(blocked.unblocked().isBlocked()).isFalse();
    }

    @Test
    void aRandomIdSaysNothingOfItsReader() {
        assertThat(ReaderId.random(new Random(1)).value()).matches("r[a-z0-9]{16}");
        assertThat(ReaderId.random(new Random(1))).isNotEqualTo(ReaderId.random(new Random(2)));
    }
}
