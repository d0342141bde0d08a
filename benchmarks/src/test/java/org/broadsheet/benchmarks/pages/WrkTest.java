package org.broadsheet.benchmarks.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.broadsheet.benchmarks.CannotMeasure;
import org.junit.jupiter.api.Test;

class WrkTest {
    private static final String TOLD =
            """
              360123 requests in 15.00s, 5.32GB read
            Requests/sec:  24008.20
            Transfer/sec:    363.01MB
            """;

    @Test
    void theRateIsReadFromWhatWrkTells() {
        assertThat(Wrk.read(TOLD)).isEqualTo(24008.20);
    }

    @Test
    void failedAnswersAreNoFigure() {
        assertThatExceptionOfType(CannotMeasure.class)
                .isThrownBy(() -> Wrk.read(TOLD + "  Non-2xx or 3xx responses: 7\n"))
                .withMessageContaining("7");
    }

    @Test
    void anythingElseIsShownAsItIs() {
        assertThatExceptionOfType(CannotMeasure.class)
                .isThrownBy(() -> Wrk.read("unable to connect"))
                .withMessageContaining("unable to connect");
    }
}
