package org.broadsheet.reproductions.pinn;

import java.util.Locale;
import org.broadsheet.lab.Exhibit.Role;

/// The ways in which a network is trained.
enum Variant {
    /// Adam on every layer.
    TRAINED("all layers trained", Role.MEASURED),

    /// Adam on every layer, for a fifth of the steps, and then L-BFGS.
    POLISHED("then by L-BFGS", Role.MEASURED),

    /// Adam on the first and the last layer; the ones between keep what they were drawn as.
    OUTER("first and last trained", Role.BASELINE);

    private final String title;
    private final Role role;

    Variant(String title, Role role) {
        this.title = title;
        this.role = role;
    }

    String title() {
        return title;
    }

    Role role() {
        return role;
    }

    /// As in `legendre-error-outer`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
