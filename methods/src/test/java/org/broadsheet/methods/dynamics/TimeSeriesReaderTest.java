package org.broadsheet.methods.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSeriesReaderTest {
    @Test
    void commasSemicolonsTabsAndSpacesSeparate() throws IOException {
        for (String text :
                new String[] {
                    "0,1,2\n0.5,3,4\n1.0,5,6\n",
                    "0;1;2\n0.5; 3;4\n1.0 ;5;6",
                    "0\t1\t2\r\n0.5\t3\t4\r\n1.0\t5\t6\r\n",
                    "  0 1   2\n0.5 3 4\n\n1.0 5e0 +6\n"
                }) {
            TimeSeries series = read(text);
            assertThat(series.names()).containsExactly("x", "y");
            assertThat(series.step()).isEqualTo(0.5);
            assertThat(series.column("x")).containsExactly(1, 3, 5);
            assertThat(series.column("y")).containsExactly(2, 4, 6);
        }
    }

    @Test
    void headsNameTheCoordinatesAndCommentsAreSkipped(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("curve.csv");
        Files.writeString(file, "# a light curve\ntime, flux\n10, 0.5\n# dusk\n11, 0.75\n");
        TimeSeries series = TimeSeriesReader.read(file);
        assertThat(series.names()).containsExactly("flux");
        assertThat(series.start()).isEqualTo(10);
        assertThat(series.column("flux")).containsExactly(0.5, 0.75);
    }

    @Test
    void roundedTimesCountAsEqualSteps() throws IOException {
        TimeSeries series = read("0 1\n0.333 2\n0.667 3\n1 4\n");
        assertThat(series.step()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void aGapIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("t x\n0 1\n1 2\n2 3\n4 4\n5 5\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "line 5: a step of 2.0; accepted are rising times in equal steps, here of 1.0");
        assertThatThrownBy(() -> read("0 1\n1 2\n1 3\n2 1\n3 1\n"))
                .hasMessageStartingWith("line 3:");
        assertThatThrownBy(() -> read("3 1\n2 2\n1 3\n")).hasMessageStartingWith("line 2:");
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("0 1\n1 two\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2: 'two'; accepted are finite numbers");
        assertThatThrownBy(() -> read("0,1\n1,\n")).hasMessageContaining("line 2: ''");
        assertThatThrownBy(() -> read("0,1\n1,NaN\n")).hasMessageContaining("line 2: 'NaN'");
    }

    @Test
    void wrongNumbersOfColumnsAreRefused() {
        assertThatThrownBy(() -> read("0 1\n1 2 3\n"))
                .hasMessage(
                        "line 2: 3 columns; accepted are t, x[, y[, z]], in every line as many");
        assertThatThrownBy(() -> read("0\n1\n")).hasMessageStartingWith("line 1: 1 columns");
        assertThatThrownBy(() -> read("0 1 2 3 4\n")).hasMessageStartingWith("line 1: 5 columns");
        assertThatThrownBy(() -> read("t x y\n0 1\n1 2\n"))
                .hasMessageStartingWith("heads [t, x, y]");
    }

    @Test
    void fewerThanTwoSamplesAreRefused() {
        assertThatThrownBy(() -> read(""))
                .hasMessage("0 samples; accepted are 2 or more, a line each");
        assertThatThrownBy(() -> read("t x\n0 1\n")).hasMessageStartingWith("1 samples");
    }

    @Test
    void aSeriesHasOneNameAndOneLengthForEachColumn() {
        TimeSeries series = new TimeSeries(0, 1, List.of("x"), new double[] {1, 2});
        assertThatThrownBy(() -> series.column("z"))
                .hasMessage("coordinate z; accepted is one of [x]");
        assertThatThrownBy(
                        () -> new TimeSeries(0, 1, List.of("x", "x"), new double[1], new double[1]))
                .hasMessageContaining("a name of its own");
        assertThatThrownBy(
                        () -> new TimeSeries(0, 1, List.of("x", "y"), new double[1], new double[2]))
                .hasMessageContaining("equal lengths");
        assertThatThrownBy(() -> new TimeSeries(0, 0, List.of("x"), new double[1]))
                .hasMessage("step 0.0; accepted is above 0");
    }

    private static TimeSeries read(String text) throws IOException {
        return TimeSeriesReader.read(new StringReader(text));
    }
}
