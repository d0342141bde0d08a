package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// A form about a digest: to ask for one, or to change it.
///
/// @param told what happened
/// @param problem why what was typed is not accepted
/// @param action where the form goes
/// @param address as typed; the form asks for one only where it is given
/// @param days choices of how often
/// @param weekdays choices of the day of a weekly digest
/// @param zones that can be chosen
/// @param links what else can be done with the subscription; empty before there is one
/// @param leave where it is ended; empty before there is one
public record DigestPage(
        Frame frame,
        String headline,
        String standfirst,
        Optional<String> told,
        Optional<String> problem,
        String action,
        Optional<String> address,
        Wishes wishes,
        List<Choice> days,
        List<Choice> weekdays,
        List<String> zones,
        List<Link> links,
        String leave,
        String button) {
    public DigestPage {
        days = List.copyOf(days);
        weekdays = List.copyOf(weekdays);
        zones = List.copyOf(zones);
        links = List.copyOf(links);
    }

    /// What the form holds, as typed.
    public record Wishes(
            String every,
            String weekday,
            String hour,
            String zone,
            boolean hasEdition,
            boolean hasTrending,
            String categories,
            String keywords,
            String most,
            boolean isPlain) {}

    public record Choice(String value, String label) {}
}
