package org.broadsheet.edition;

import org.broadsheet.discussion.Comments;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.vote.VoteStore;

/// The stores whose facts an edition is worked out from.
public interface EditionFacts {
    PaperStore papers();

    EditionStore editions();

    TallyStore tallies();

    VoteStore votes();

    Comments comments();

    PickStore picks();
}
