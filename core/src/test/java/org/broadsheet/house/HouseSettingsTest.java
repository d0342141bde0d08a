package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HouseSettingsTest {
    @Test
    void textIsTidiedAndWhatIsTwiceStandsOnce() {
        HouseSettings settings =
                new HouseSettings(
                        " The  Morning\nPaper ",
                        "",
                        List.of("cs.CL", " cs.CL"),
                        List.of("a b", "a  b"));
        assertThat(settings.name()).isEqualTo("The Morning Paper");
        assertThat(settings.categories()).containsExactly("cs.CL");
        assertThat(settings.keywords()).containsExactly("a b");
    }

    @Test
    void everyFormOfArxivsCategoriesIsAccepted() {
        List<String> forms =
                List.of("cs", "cs.CL", "math-ph", "cond-mat.dis-nn", "astro-ph", "q-bio.NC");
        assertThat(new HouseSettings("A", "", forms, List.of()).categories()).isEqualTo(forms);
    }

    @Test
    void whatIsNotAcceptedIsNamed() {
        refused("", "", "a house's name has 1 to 40 characters, got \"\"");
        refused("x".repeat(41), "", "a house's name has 1 to 40 characters");
        refused("A", "x".repeat(121), "at most 120 characters, got 121");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HouseSettings("A", "", List.of("CS.cl"), List.of()))
                .withMessageContaining("not a category: \"CS.cl\"")
                .withMessageContaining("cs.CL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HouseSettings("A", "", List.of(), List.of(" ")))
                .withMessageContaining("a keyword has 1 to 100 characters, got \"\"");
    }

    private static void refused(String name, String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HouseSettings(name, line, List.of(), List.of()))
                .withMessageContaining(message);
    }
}
