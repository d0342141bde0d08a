package org.broadsheet.server.account;

import java.util.List;
import org.broadsheet.reader.ReaderId;

/// This is something that readers leave in the house, as votes: given out when a reader asks for
/// all that is theirs, taken back or emptied when they leave.
public interface Theirs {
    /// One word for it, as it stands in the export: `votes`.
    String what();

    /// What is the reader's, in records that JSON can carry.
    List<? extends Record> of(ReaderId reader);

    /// The reader leaves. Told again, nothing more happens.
    void leaves(ReaderId reader);
}
