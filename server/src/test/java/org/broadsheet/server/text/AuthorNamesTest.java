package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A. One, B. Two and C. Three                 | A. One; B. Two; C. Three",
                "A. One, B. Two, and C. Three                | A. One; B. Two; C. Three",
                "A. One & B. Two                             | A. One; B. Two",
                "A. One (Here, There), B. Two (X (Y))        | A. One; B. Two",
                "A. One (1), B. Two (2) ((1) Here, (2) Away) | A. One; B. Two",
                "A. One, Jr., B. Two III                     | A. One Jr.; B. Two III",
                "A. One, et al.                              | A. One",
                "A. One et al                                | A. One",
                "A. One, B. Two for the WALK Collaboration   | A. One; B. Two; WALK Collaboration",
                "A. One, for the WALK R&D Group              | A. One; WALK R&D Group",
                "A. One, the WALK Consortium                 | A. One; WALK Consortium",
                "WALK Collaboration, :, A. One               | WALK Collaboration; A. One",
                "WALK Collaboration: A. One                  | WALK Collaboration; A. One",
                "A. One, , B. Two,                           | A. One; B. Two",
                "A. One (Here                                | A. One Here",
                "Alexandra Sand                              | Alexandra Sand",
                "王伟, Ole Sørensen                           | 王伟; Ole Sørensen",
                "H. Poincar\\'{e}, K. G\\\"odel              | H. Poincaré; K. Gödel",
                "Aleksandar Ili\\' c                         | Aleksandar Ilić",
                "\\'{E}. One, \\v{C}ap Two, {\\O}. Three, Stra{\\ss}e | É. One; Čap Two; Ø. Three; Straße",
                "\\L{}ukasz One, Fran\\c{c}ois, \\.{I}z, Na\\\"{\\i}ve | Łukasz One; François; İz; Naïve",
                "J. v{d}B~One, {De} Two                      | J. vdB One; De Two"
            })
    void namesAreReadInTheirOrder(String text, String names) {
        assertThat(AuthorNames.of(text)).isEqualTo(List.of(names.split("; ")));
    }
}
