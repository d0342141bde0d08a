package org.broadsheet.contract;

import org.broadsheet.search.InMemoryIndex;
import org.broadsheet.search.SearchIndex;

class InMemoryIndexTest implements SearchIndexContract {
    private final InMemoryIndex index = new InMemoryIndex();

    @Override
    public SearchIndex index() {
        return index;
    }
}
