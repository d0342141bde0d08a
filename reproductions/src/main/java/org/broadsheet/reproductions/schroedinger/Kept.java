package org.broadsheet.reproductions.schroedinger;

import java.util.Locale;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.methods.schroedinger.Filter;
import org.broadsheet.methods.schroedinger.Invariants;
import org.broadsheet.methods.schroedinger.Wave;

/// What the equation keeps, and how it is computed.
enum Kept {
    MASS("mass"),
    MOMENTUM("momentum"),
    ENERGY("energy"),
    FILTERED_ENERGY("filtered energy"),
    REPORTED_ENERGY("energy by differences");

    private final String title;

    Kept(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// As in `filtered-energy`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Role role() {
        return this == REPORTED_ENERGY ? Role.BASELINE : Role.MEASURED;
    }

    double of(Wave wave, Filter filter) {
        return switch (this) {
            case MASS -> Invariants.spectral(wave).mass();
            case MOMENTUM -> Invariants.spectral(wave).momentum();
            case ENERGY -> Invariants.spectral(wave).energy();
            case FILTERED_ENERGY -> Invariants.filteredEnergy(wave, filter);
            case REPORTED_ENERGY -> Invariants.byDifferences(wave).energy();
        };
    }
}
