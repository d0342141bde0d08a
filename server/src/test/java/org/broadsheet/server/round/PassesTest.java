package org.broadsheet.server.round;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.delivery.SubscriberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassesTest {
    private static final SubscriberId ADA = new SubscriberId("a1b2");

    private final Passes passes = new Passes(() -> new byte[32]);

    @Test
    void aPassIsReadByTheHouseThatWroteIt() {
        assertThat(passes.read(passes.of(ADA))).contains(ADA);
        Passes other = new Passes(() -> new byte[] {1, 2, 3});
        assertThat(other.read(passes.of(ADA))).isEmpty();
    }

    @Test
    void aPassIsForOneSubscriberAlone() {
        String mac = passes.of(ADA).replaceFirst(".*\\.", "");
        assertThat(mac).hasSize(22);
        assertThat(passes.read("a1b3." + mac)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a1b2", "a1b2.", ".x", "a1b2.AAAAAAAAAAAAAAAAAAAAAA", "ä.b"})
    void whatNobodyWroteIsNobodys(String pass) {
        assertThat(passes.read(pass)).isEmpty();
        assertThat(passes.read(pass + "x".repeat(300))).isEmpty();
    }
}
