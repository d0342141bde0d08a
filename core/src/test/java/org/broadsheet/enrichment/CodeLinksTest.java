package org.broadsheet.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeLinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Code: https://github.com/some/thing.|https://github.com/some/thing",
                "see (https://github.com/some/thing).|https://github.com/some/thing",
                "at github.com/some/thing, and|https://github.com/some/thing",
                "\\url{https://gitlab.com/some/thing}|https://gitlab.com/some/thing",
                "\\href{http://www.github.com/some/thing}{here}|https://github.com/some/thing",
                "at https://GitHub.com/Some/Thing.git!|https://github.com/Some/Thing.git",
                "https://github.com/some\\_body/a\\_thing;|https://github.com/some_body/a_thing",
                "https://gitlab.inria.fr/some/thing|https://gitlab.inria.fr/some/thing",
                "models: https://huggingface.co/some/model\"|https://huggingface.co/some/model",
                "https://codeberg.org/some/thing/|https://codeberg.org/some/thing",
                "https://bitbucket.org/some/thing_(old)|https://bitbucket.org/some/thing_(old)",
                "$\\texttt{https://github.com/some/thing}$|https://github.com/some/thing",
            })
    void anAddressIsFoundWithoutWhatBelongsToTheSentence(String text, String url) {
        assertThat(CodeLinks.in(text)).containsExactly(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing here",
                "https://example.org/github.com/some/thing",
                "me@github.com/some",
                "notgithub.com/some/thing",
                "https://github.com/",
                "https://github.com",
                "https://some.github.io/thing",
                "we use github"
            })
    void whatIsNoCodeIsNone(String text) {
        assertThat(CodeLinks.in(text)).isEmpty();
    }

    @Test
    void eachIsFoundOnceInTheOrderOfTheText() {
        assertThat(
                        CodeLinks.in(
                                "https://gitlab.com/b/b and http://github.com/a/a, or"
                                        + " github.com/a/a."))
                .containsExactly("https://gitlab.com/b/b", "https://github.com/a/a");
    }
}
