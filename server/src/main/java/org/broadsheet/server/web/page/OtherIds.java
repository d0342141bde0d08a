package org.broadsheet.server.web.page;

import java.util.List;

/// The other ids of a paper, with the forms by which a curator says which papers are one.
///
/// @param action where the forms are sent
/// @param refused why the last word was not taken, empty if it was or none was given
/// @param typed what was typed then
public record OtherIds(String action, List<Other> others, String refused, String typed) {
    public OtherIds {
        others = List.copyOf(others);
    }

    public boolean isRefused() {
        return !refused.isEmpty();
    }

    /// @param note what is under the id, in a few words
    public record Other(String id, String note) {}
}
