package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// A day, a week, a month or what is trending, laid out by rank: one lead, two seconds, columns,
/// then briefs.
///
/// @param kind how it is dressed
/// @param heading the date or period in words
/// @param iso the date for machines; empty where it is no single day
/// @param count how many papers, in words
/// @param order how they are ordered, in words
/// @param writers who wrote the short texts, where not the authors; empty if they did
/// @param evidence of the lead, if it was run
/// @param isUnchosen whether who looks may set the house up, and nobody did yet
/// @param asOf the past moment that is shown; absent when it is the present
public record EditionPage(
        Frame frame,
        Kind kind,
        String heading,
        String iso,
        String count,
        String order,
        String writers,
        Optional<Link> before,
        Optional<Link> after,
        List<Story> lead,
        Optional<Evidence> evidence,
        List<Story> seconds,
        List<Story> columns,
        List<Story> briefs,
        Paging paging,
        Optional<AsOf> asOf,
        Optional<Empty> empty,
        boolean isUnchosen) {
    /// The front page carries the nameplate large, every other page as a folio.
    public enum Kind {
        FRONT,
        INSIDE
    }

    /// @param now the address of the same edition as it stands now
    public record AsOf(String moment, String now) {}

    /// Why there is nothing, and the next step.
    public record Empty(String title, String text, List<Link> steps) {}

    public EditionPage {
        lead = List.copyOf(lead);
        seconds = List.copyOf(seconds);
        columns = List.copyOf(columns);
        briefs = List.copyOf(briefs);
    }

    public boolean isFront() {
        return kind == Kind.FRONT;
    }

    public int firstBrief() {
        return briefs.isEmpty() ? 1 : briefs.getFirst().rank();
    }

    public String briefRange() {
        return briefs.size() < 2
                ? ""
                : "%,d to %,d".formatted(firstBrief(), briefs.getLast().rank());
    }
}
