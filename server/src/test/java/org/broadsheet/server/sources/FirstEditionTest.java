package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Period;
import org.broadsheet.edition.RankedEditions;
import org.broadsheet.paper.Summary;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Statement;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;

class FirstEditionTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);

    @Test
    void itIsThirtyPapersOfOneDayEachWithASummaryOfOurs() {
        List<Statement> read = FirstEdition.readings();

        assertThat(read).hasSize(30);
        assertThat(read)
                .allSatisfy(told -> {
                    Summary summary = Objects.requireNonNull(told.paper().summary());
                    assertThat(summary.by()).isEqualTo(Summary.Writer.BROADSHEET);
                    assertThat(told.paper().abstractText()).isEmpty();
                    assertThat(told.paper().authors()).isNotEmpty();
                    assertThat(told.paper().published()).isNotNull();
                    assertThat(told.submissions().getFirst().day()).isEqualTo(DAY);
                });
    }

    @Test
    void itsPapersStandInTheirOwnOrderAfterThoseWithComments() {
        Storage storage = new InMemoryStorage();
        new Intake(storage).keep(FirstEdition.readings());

        var places =
                new RankedEditions(storage, EditionClock.DEFAULT)
                        .of(new Period.Day(DAY), Made.CLOCK.instant())
                        .places();

        assertThat(places).hasSize(30);
        assertThat(places.subList(0, 3))
                .extracting(place -> place.standing().comments())
                .containsExactly(3L, 2L, 2L);
        assertThat(places.get(3).paper().id())
                .isEqualTo(FirstEdition.readings().getFirst().paper().id());
    }
}
