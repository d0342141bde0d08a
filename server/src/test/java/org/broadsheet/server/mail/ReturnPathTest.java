package org.broadsheet.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.broadsheet.account.MailAddress;
import org.junit.jupiter.api.Test;

/// Addresses that say what came back, and that nobody else can make.
class ReturnPathTest {
    private static final String NAME = "abcdefghijklmnopqrstuvwxyz";
    private static final ReturnPath OURS =
            new ReturnPath(() -> new byte[32], new MailAddress("returned@example.org"));

    private static MailAddress address(String value) {
        return new MailAddress(value);
    }

    @Test
    void anAddressOfOursSaysWhichDeliveryItWas() {
        String path = OURS.of(NAME);
        assertThat(path).matches("returned\\+" + NAME + "-[a-z2-7]{10}@example\\.org");
        assertThat(path.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(OURS.name(address(path))).contains(NAME);
        assertThat(OURS.name(address(path.toUpperCase(Locale.ROOT)))).contains(NAME);
    }

    @Test
    void anAddressThatWeDidNotMakeSaysNothing() {
        String path = OURS.of(NAME);
        ReturnPath anothers =
                new ReturnPath(
                        () ->
                                "another house's secret of 32 byte"
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        address("returned@example.org"));
        assertThat(OURS.name(address(anothers.of(NAME)))).isEmpty();
        assertThat(OURS.name(address(path.replace("abc", "abd")))).isEmpty();
        assertThat(OURS.name(address(path.replace("example.org", "example.com")))).isEmpty();
        assertThat(OURS.name(address("returned@example.org"))).isEmpty();
        assertThat(OURS.name(address("returned+x@example.org"))).isEmpty();
    }
}
