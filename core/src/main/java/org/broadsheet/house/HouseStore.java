package org.broadsheet.house;

import java.util.Optional;

/// Keeps what the people of the house chose. Every backend passes `StorageContract`.
public interface HouseStore {
    /// What was chosen last; nothing before anybody chose.
    Optional<HouseSettings> chosen();

    /// Keeps the choice, in one step, with a number in the change sequence; the same again changes
    /// nothing and takes no number.
    void choose(HouseSettings settings);

    /// What holds now: what was chosen, else [HouseSettings#DEFAULT].
    default HouseSettings now() {
        return chosen().orElse(HouseSettings.DEFAULT);
    }
}
