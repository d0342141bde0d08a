package org.broadsheet.server.web.page;

import java.util.List;

/// What a curator can decide about a paper and the open day's edition.
///
/// @param paper its id
/// @param state how it stands, in a sentence
public record Curation(String paper, String state, List<Choice> choices) {
    /// @param value what the form sends
    public record Choice(String value, String label) {}

    public Curation {
        choices = List.copyOf(choices);
    }
}
