package org.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2308.16898",
                "0704.0001",
                "1412.9999",
                "1501.00001",
                "cs/9809007",
                "math.GT/0309136",
                "cond-mat/0207270",
                "doi:10.1000/x.y",
                "acl:P19-1001",
                "openreview:rJl-b3RcF7",
                "local:a-report"
            })
    void everyFormThatIsStoredIsAccepted(String form) {
        assertThat(PaperId.of(form).value()).isEqualTo(form);
        assertThat(PaperId.parse(form).value()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "arXiv:2308.16898, 2308.16898",
        "arxiv: 2308.16898v2, 2308.16898",
        "https://arxiv.org/abs/2308.16898v1, 2308.16898",
        "https://arxiv.org/pdf/2308.16898v1.pdf, 2308.16898",
        "http://arxiv.org/abs/cs/9809007, cs/9809007",
        "https://www.example.org/papers/2308.16898?x=1#run, 2308.16898",
        "https://doi.org/10.1000/X.Y, doi:10.1000/x.y",
        "10.1000/X.Y, doi:10.1000/x.y",
        "DOI:10.1000/x.y, doi:10.1000/x.y",
        "math/0309136v3, math/0309136"
    })
    void whatPeoplePasteIsRead(String pasted, String id) {
        assertThat(PaperId.parse(pasted).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2308.168981",
                "2313.00001",
                "1412.00001",
                "1501.0001",
                "cs/98090",
                "doi:",
                "doi:a b",
                "local:<script>",
                "../etc/passwd",
                "2308.16898\n"
            })
    void anythingElseIsRefusedWithWhatIsAccepted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperId.of(text))
                .withMessageContaining("accepted is an arXiv id");
    }

    @ParameterizedTest
    @CsvSource({
        "2406.105, 2406.00105 2406.10500",
        "2503.0213, 2503.00213 2503.02130",
        "0704.1, 0704.0001 0704.1000",
        "2406.00105, 2406.00105",
        "1412.999, 1412.0999 1412.9990",
        "nonsense, ''"
    })
    void lostZerosAreMendedInFrontFirst(String damaged, String ids) {
        assertThat(
                        String.join(
                                " ",
                                PaperId.candidates(damaged).stream().map(PaperId::value).toList()))
                .isEqualTo(ids);
    }

    @Property
    void anyTextEitherIsAnIdOrIsRefusedInWords(@ForAll String text) {
        PaperId.candidates(text).forEach(id -> assertThat(PaperId.of(id.value())).isEqualTo(id));
        try {
            assertThat(PaperId.parse(PaperId.parse(text).value())).isEqualTo(PaperId.parse(text));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("accepted is");
        }
    }
}
