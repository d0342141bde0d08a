package org.broadsheet.contract;

import org.broadsheet.search.Embedder;

class HashingEmbedderTest implements EmbedderContract {
    @Override
    public Embedder open() {
        return new HashingEmbedder();
    }
}
