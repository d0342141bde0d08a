package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.TODAY;
import static org.broadsheet.contract.Fixtures.WILD;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.harvest.HarvestStore;
import org.junit.jupiter.api.Test;

/// Keeping how harvests stand.
public interface HarvestStoreContract extends OverStorage {
    Harvest.Key CS = new Harvest.Key("arxiv", List.of("cs", "math.CO"));
    Harvest.Key ALL = new Harvest.Key("arxiv", List.of());

    private HarvestStore harvests() {
        return storage().harvests();
    }

    private static Harvest underWay(Harvest.Key key) {
        Harvest.Work work =
                new Harvest.Work(
                        new Harvest.Span(TODAY.minusDays(9), TODAY),
                        List.of(
                                new Harvest.Span(TODAY.minusDays(9), TODAY.minusDays(2)),
                                Harvest.Span.of(TODAY)),
                        new Harvest.PagePlace("a token|" + WILD, 250, "2511.00001"),
                        new TreeSet<>(List.of(TODAY, TODAY.minusDays(1))),
                        true);
        Harvest.Run run =
                new Harvest.Run(
                        NOW,
                        Duration.ofMillis(61_001),
                        new Harvest.Counts(1, 2, 3, 4),
                        NOW.minusSeconds(9),
                        "broke off: " + WILD,
                        NOW.plusSeconds(300),
                        2);
        return new Harvest(key, work, TODAY.minusDays(2), List.of(TODAY.minusDays(5)), run);
    }

    @Test
    default void anUnknownHarvestIsNotFound() {
        assertThat(harvests().find(CS)).isEmpty();
        assertThat(harvests().all()).isEmpty();
        assertThat(harvests().ended(CS, 10)).isEmpty();
    }

    @Test
    default void aHarvestComesBackAsItWasKept() {
        harvests().keep(underWay(CS));
        assertThat(harvests().find(CS)).contains(underWay(CS));
        assertThat(harvests().find(ALL)).isEmpty();
    }

    @Test
    default void aFreshHarvestComesBackToo() {
        harvests().keep(Harvest.fresh(ALL));
        assertThat(harvests().find(ALL)).contains(Harvest.fresh(ALL));
    }

    @Test
    default void whatIsKeptLaterReplacesIt() {
        harvests().keep(underWay(CS));
        Harvest later = underWay(CS).with(Harvest.Work.NONE).complete(TODAY);
        harvests().keep(later);
        assertThat(harvests().all()).containsExactly(later);
    }

    @Test
    default void harvestsStandByTheirNames() {
        harvests().keep(underWay(CS));
        harvests().keep(underWay(ALL));
        harvests().keep(underWay(new Harvest.Key("acl", List.of())));
        assertThat(harvests().all())
                .extracting(harvest -> harvest.key().text())
                .containsExactly("acl", "arxiv", "arxiv cs,math.CO");
    }

    @Test
    default void endedRunsStandLatestFirstUpToTheLimit() {
        for (int minute = 0; minute < 3; minute++) {
            harvests().note(ended(minute, "" + minute));
        }
        assertThat(harvests().ended(CS, 2)).containsExactly(ended(2, "2"), ended(1, "1"));
        assertThat(harvests().ended(CS, 0)).isEmpty();
        assertThat(harvests().ended(ALL, 9)).isEmpty();
    }

    @Test
    default void aRunIsNotedOnce() {
        harvests().note(ended(1, "first"));
        harvests().note(ended(1, "again"));
        assertThat(harvests().ended(CS, 9)).containsExactly(ended(1, "first"));
    }

    @Test
    default void theOldestEndedRunsAreForgotten() {
        for (int minute = 0; minute < HarvestStore.MOST_ENDED + 5; minute++) {
            harvests().note(ended(minute, ""));
        }
        assertThat(harvests().ended(CS, 1_000))
                .hasSize(HarvestStore.MOST_ENDED)
                .last()
                .isEqualTo(ended(5, ""));
    }

    private static Harvest.Ended ended(int minute, String error) {
        return new Harvest.Ended(
                CS,
                NOW.plusSeconds(60L * minute),
                Duration.ofSeconds(7),
                new Harvest.Counts(1, 0, 2, 0),
                error);
    }
}
