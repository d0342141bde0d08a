package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.round.Cadence;
import org.broadsheet.round.Cadence.Every;
import org.broadsheet.round.Preferences;
import org.broadsheet.round.Preferences.Form;
import org.broadsheet.round.Preferences.Part;
import org.broadsheet.server.web.page.DigestPage.Choice;
import org.broadsheet.server.web.page.DigestPage.Wishes;

/// Reads and fills the form in which readers say what their digest is to be.
final class DigestForm {
    static final List<Choice> DAYS =
            List.of(
                    new Choice("weekday", "On weekdays"),
                    new Choice("day", "Every day"),
                    new Choice("week", "Weekly"),
                    new Choice("month", "Monthly, on the first"));
    static final List<Choice> WEEKDAYS =
            Arrays.stream(DayOfWeek.values())
                    .map(day ->
                            new Choice(
                                    word(day), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                    .toList();
    static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> zone.contains("/") && !zone.startsWith("SystemV/"))
                    .sorted()
                    .toList();

    private static final int USUAL_HOUR = 7;
    private static final int USUAL_MOST = 10;

    private DigestForm() {}

    /// What somebody gets who says nothing but their address.
    static Preferences usual(ZoneId zone) {
        return new Preferences(
                new Cadence(Every.WEEKDAY, DayOfWeek.MONDAY, USUAL_HOUR, zone),
                EnumSet.of(Part.EDITION),
                List.of(),
                List.of(),
                USUAL_MOST,
                Form.RICH);
    }

    static Wishes filled(Preferences preferences) {
        Cadence cadence = preferences.cadence();
        return new Wishes(
                word(cadence.every()),
                word(cadence.weekday()),
                String.valueOf(cadence.hour()),
                cadence.zone().getId(),
                preferences.parts().contains(Part.EDITION),
                preferences.parts().contains(Part.TRENDING),
                String.join(" ", preferences.categories()),
                String.join("\n", preferences.keywords()),
                String.valueOf(preferences.most()),
                preferences.form() == Form.PLAIN);
    }

    /// As it was typed.
    static Wishes typed(HttpServletRequest request) {
        Set<String> parts = parts(request);
        return new Wishes(
                Forms.typed("every", request),
                Forms.typed("weekday", request),
                Forms.typed("hour", request),
                Forms.typed("zone", request),
                parts.contains("edition"),
                parts.contains("trending"),
                Forms.typed("categories", request),
                Forms.typed("keywords", request),
                Forms.typed("most", request),
                request.getParameter("plain") != null);
    }

    private static Set<String> parts(HttpServletRequest request) {
        String[] parts = request.getParameterValues("part");
        return parts == null ? Set.of() : Set.copyOf(Arrays.asList(parts));
    }

    /// @throws IllegalArgumentException naming what was typed and what is accepted
    static Preferences read(HttpServletRequest request) {
        Wishes typed = typed(request);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String part : parts(request)) {
            parts.add(one(Part.values(), part, "a list"));
        }
        Cadence cadence =
                new Cadence(
                        one(Every.values(), typed.every(), "a frequency"),
                        typed.weekday().isEmpty()
                                ? DayOfWeek.MONDAY
                                : one(DayOfWeek.values(), typed.weekday(), "a weekday"),
                        number(typed.hour(), "an hour of the day, 0 to 23"),
                        zone(typed.zone()));
        return new Preferences(
                cadence,
                parts,
                Stream.of(typed.categories().strip().split("[\\s,;]+")).toList(),
                typed.keywords().lines().toList(),
                number(typed.most(), "a number of papers, 1 to " + Preferences.MOST),
                typed.isPlain() ? Form.PLAIN : Form.RICH);
    }

    private static <E extends Enum<E>> E one(E[] all, String typed, String what) {
        return Arrays.stream(all)
                .filter(it -> word(it).equals(typed))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "not %s: \"%s\"; accepted are %s"
                                        .formatted(
                                                what,
                                                shortened(typed),
                                                String.join(
                                                        ", ",
                                                        Arrays.stream(all)
                                                                .map(DigestForm::word)
                                                                .toList()))));
    }

    private static int number(String typed, String accepted) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "not a number: \"%s\"; accepted is %s".formatted(shortened(typed), accepted),
                    e);
        }
    }

    private static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed.strip());
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    "not a time zone: \"%s\"; accepted is one such as Europe/Berlin"
                            .formatted(shortened(typed)),
                    e);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
