package org.broadsheet.moderation;

import java.util.Optional;

/// One kind of subject that moderators can look at and hide.
public interface Moderated {
    /// The kind of subject that this answers for, as in "comment".
    String kind();

    /// What is to be judged; nothing if there is no such subject.
    Optional<Look> look(Subject subject);

    /// Hides it from readers. What is hidden already stays so.
    ///
    /// @return whether it is hidden now; false if there is no such subject
    boolean hide(Subject subject, Decision decision);

    /// @param text what it says, or empty where it is hidden already
    /// @param path where it stands in this house
    record Look(String text, String path) {}
}
