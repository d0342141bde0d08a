package org.broadsheet.search;

import org.broadsheet.change.ChangeLog;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.run.RunStore;

/// The stores whose facts are searched, and the sequence that the index follows them by.
public interface SearchedFacts {
    PaperStore papers();

    VectorStore vectors();

    RunStore runs();

    ChangeLog changes();
}
