package org.broadsheet.server.round;

import java.time.format.TextStyle;
import java.util.Locale;
import org.broadsheet.round.Cadence;

/// Says when digests come.
public final class Terms {
    private Terms() {}

    /// As in `on weekdays at 7:00, Europe/Berlin`.
    public static String of(Cadence cadence) {
        String days =
                switch (cadence.every()) {
                    case DAY -> "every day";
                    case WEEKDAY -> "on weekdays";
                    case WEEK ->
                            "every "
                                    + cadence.weekday()
                                            .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
                    case MONTH -> "on the first of each month";
                };
        return "%s at %d:00, %s".formatted(days, cadence.hour(), cadence.zone().getId());
    }
}
