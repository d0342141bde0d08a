package org.broadsheet.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is secret stays so; what is no address is refused.
class SecretTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void aSecretHas256BitsInLettersThatNeedNoEscape() {
        assertThat(Secret.random(random).value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Secret.random(random)).isNotEqualTo(Secret.random(random));
    }

    @Test
    void aCodeCanBeCopiedByHand() {
        assertThat(Secret.code(random).value()).matches("(?:[2-9A-HJKMNP-TV-Z]{4}-?){3}");
    }

    @Test
    void itsHashIsSha256AndItsTextIsNotTold() {
        assertThat(new Secret("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new Secret("abc").toString()).doesNotContain("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", " Ada.L+x@Mail.Example.ORG ", "root@localhost"})
    void addressesAreKeptInSmallLetters(String typed) {
        assertThat(new MailAddress(typed).value())
                .isEqualTo(typed.strip().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@@example.org",
                "ada@exa mple.org",
                "ada@example.org\r\nBcc: all@example.org",
                "a,b@example.org",
                "<ada@example.org>",
                "ada@-example.org",
                ".ada@example.org"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailAddress(typed))
                .withMessageContaining("ada@example.org");
    }
}
