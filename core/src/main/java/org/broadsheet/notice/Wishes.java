package org.broadsheet.notice;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Where a reader wants to be told about what.
///
/// @param ways for each kind the ways that the reader wants; a kind that is missing is told in none
public record Wishes(Map<Notice.Kind, Set<Way>> ways) {
    public enum Way {
        /// In the inbox, `/notifications`.
        PAGE,
        MAIL
    }

    /// Everything on the page and nothing by mail, until the reader says otherwise.
    public static final Wishes DEFAULT = onPage();

    public Wishes {
        Map<Notice.Kind, Set<Way>> copy = new EnumMap<>(Notice.Kind.class);
        for (Notice.Kind kind : Notice.Kind.values()) {
            Set<Way> wanted = ways.getOrDefault(kind, Set.of());
            copy.put(
                    kind,
                    wanted.isEmpty()
                            ? Set.of()
                            : Collections.unmodifiableSet(EnumSet.copyOf(wanted)));
        }
        ways = Collections.unmodifiableMap(copy);
    }

    public boolean wants(Notice.Kind kind, Way way) {
        return ways.getOrDefault(kind, Set.of()).contains(way);
    }

    /// Whether the reader wants to be told about that kind at all.
    public boolean wants(Notice.Kind kind) {
        return !ways.getOrDefault(kind, Set.of()).isEmpty();
    }

    private static Wishes onPage() {
        Map<Notice.Kind, Set<Way>> ways = new EnumMap<>(Notice.Kind.class);
        for (Notice.Kind kind : Notice.Kind.values()) {
            ways.put(kind, Set.of(Way.PAGE));
        }
        return new Wishes(ways);
    }
}
