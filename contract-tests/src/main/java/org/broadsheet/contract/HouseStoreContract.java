package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.broadsheet.change.Change;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseStore;
import org.junit.jupiter.api.Test;

/// Keeping what the people of the house chose.
public interface HouseStoreContract extends OverStorage {
    /// A choice in which every part differs from the default.
    HouseSettings CHOICE =
            new HouseSettings(
                    "The Morning Paper",
                    "by the reading club",
                    List.of("cs.CL", "stat"),
                    List.of("state space", "speech"),
                    HouseSettings.Registration.OPEN);

    private HouseStore house() {
        return storage().house();
    }

    @Test
    default void aNewHouseHasChosenNothing() {
        assertThat(house().chosen()).isEmpty();
        assertThat(house().now()).isEqualTo(HouseSettings.DEFAULT);
    }

    @Test
    default void aChoiceComesBackAsItWasMade() {
        house().choose(CHOICE);
        assertThat(house().chosen()).contains(CHOICE);
        String wild = "<b>שלום 🧪 é\'); --</b>";
        HouseSettings another = new HouseSettings(wild, wild, List.of(), List.of(wild, "\"x\""));
        house().choose(another);
        assertThat(house().now()).isEqualTo(another);
    }

    @Test
    default void theDefaultCanBeChosen() {
        house().choose(HouseSettings.DEFAULT);
        assertThat(house().chosen()).contains(HouseSettings.DEFAULT);
    }

    @Test
    default void aChoiceIsAChangeAndTheSameAgainIsNone() {
        house().choose(CHOICE);
        long once = storage().changes().latest(Set.of(Change.Kind.HOUSE));
        assertThat(once).isPositive();
        house().choose(CHOICE);
        assertThat(storage().changes().latest(Set.of(Change.Kind.HOUSE))).isEqualTo(once);
        house().choose(HouseSettings.DEFAULT);
        assertThat(storage().changes().latest(Set.of(Change.Kind.HOUSE))).isGreaterThan(once);
    }
}
