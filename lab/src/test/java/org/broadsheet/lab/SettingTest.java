package org.broadsheet.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.broadsheet.lab.Parameter.Knob;
import org.broadsheet.lab.report.LabJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    private static final List<Parameter> PARAMETERS =
            List.of(
                    new Parameter.Whole(
                            new Knob("patterns", "Patterns"),
                            1,
                            65_536,
                            new Start<>(64L, 1_024L, 16_384L)),
                    new Parameter.Real(new Knob("beta", "Beta"), 0.001, 100, Start.always(0.25)),
                    new Parameter.Choice(
                            new Knob("energy", "Energy"),
                            List.of("modern", "binary"),
                            Start.always("modern")),
                    new Parameter.Switch(new Knob("noise", "Noise"), Start.always(true)));

    private static Setting of(String name, String value) {
        return Setting.of(PARAMETERS, Size.QUICK, 1, Map.of(name, value));
    }

    @Test
    void whatIsNotGivenStandsAtTheStartOfItsSize() {
        Setting full = Setting.of(PARAMETERS, Size.FULL, 1, Map.of());
        assertThat(full.count("patterns")).isEqualTo(1_024);
        assertThat(full.real("beta")).isEqualTo(0.25);
        assertThat(full.choice("energy")).isEqualTo("modern");
        assertThat(full.isOn("noise")).isTrue();
    }

    @Test
    void theSameValueInAnotherSpellingIsTheSameSetting() {
        assertThat(of("beta", " 0.250 ")).isEqualTo(of("beta", "2.5e-1"));
        assertThat(of("patterns", "4,096")).isEqualTo(of("patterns", "4096"));
        assertThat(of("noise", "on")).isEqualTo(of("noise", "yes"));
    }

    @ParameterizedTest
    @CsvSource({
        "patterns, 0, whole numbers from 1 to 65536",
        "patterns, 1.5, whole numbers from 1 to 65536",
        "patterns, 99999999999999999999, whole numbers from 1 to 65536",
        "beta, NaN, numbers from 0.001 to 100",
        "beta, 0, numbers from 0.001 to 100",
        "beta, '', numbers from 0.001 to 100",
        "energy, quantum, 'modern, binary'",
        "noise, perhaps, 'yes, no'"
    })
    void aValueThatIsNotAcceptedIsNamedWithWhatIs(String name, String given, String accepted) {
        assertThatThrownBy(() -> of(name, given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "%s: accepted are %s; given was \"%s\"".formatted(name, accepted, given));
    }

    @Test
    void anUnknownParameterIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> of("pattern", "4"))
                .hasMessage("no parameter \"pattern\"; there are beta, energy, noise, patterns");
    }

    @Test
    void chanceDependsOnSeedPurposeAndRepetitionAlone() {
        Setting one = of("patterns", "7");
        Setting other = of("patterns", "8");
        assertThat(one.random("noise", 3).nextLong())
                .isEqualTo(other.random("noise", 3).nextLong());
        assertThat(
                        List.of(
                                        one.random("noise", 3),
                                        one.random("noise", 4),
                                        one.random("data", 3))
                                .stream()
                                .map(RandomGenerator::nextLong)
                                .distinct())
                .hasSize(3);
    }

    @Test
    void theDigitsOfChanceStayAsTheyAre() {
        assertThat(Setting.of(List.of(), Size.QUICK, 42, Map.of()).random("golden", 0).nextLong())
                .isEqualTo(GOLDEN);
    }

    private static final long GOLDEN = 510047464586639523L;

    @Test
    void aSettingComesBackFromJson() {
        Setting setting = of("beta", "0.5");
        assertThat(LabJson.read(LabJson.write(setting), Setting.class)).isEqualTo(setting);
    }

    @Test
    void aParameterMustStartWithinItsRange() {
        assertThatThrownBy(() ->
                        new Parameter.Whole(new Knob("n", "N"), 1, 10, new Start<>(1L, 10L, 11L)))
                .hasMessageContaining("\"n\" starts outside");
        assertThatThrownBy(() -> new Knob("seed", "Seed"))
                .hasMessageContaining("every run has one");
        assertThatThrownBy(() -> new Knob("Not A Name", "N")).hasMessageContaining("small letters");
    }

    @Test
    void anUnknownSizeIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Size.of("huge"))
                .hasMessage("no size \"huge\"; accepted are quick, full, paper");
    }
}
