package org.broadsheet.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0123456, 0.0123",
        "-0.5, -0.5",
        "4.5612e-13, 4.56e-13",
        "1e-13, 1e-13",
        "12345.678, '12,300'",
        "-12345.678, '-12,300'",
        "999.5, '1,000'",
        "3.14159, 3.14",
        "1e9, 1e9",
        "123456789, 1.23e8"
    })
    void roundedFiguresAreShort(double value, String text) {
        assertThat(Figures.rounded(value, 3)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.25, 0.25", "1e-9, 1.0E-9", "-3, -3"})
    void exactFiguresReadBackAsTheSameNumber(double value, String text) {
        assertThat(Figures.exact(value)).isEqualTo(text);
        assertThat(Double.parseDouble(Figures.exact(value))).isEqualTo(value);
    }
}
