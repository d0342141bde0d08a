package org.broadsheet.source;

import org.broadsheet.edition.EditionFacts;
import org.broadsheet.paper.AliasStore;

/// The stores into which goes what sources say.
public interface SourceFacts extends EditionFacts {
    AliasStore aliases();

    RejectStore rejects();
}
