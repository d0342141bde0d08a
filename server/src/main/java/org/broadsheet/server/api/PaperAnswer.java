package org.broadsheet.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// One paper, not wrapped, with the hosted page's totals of what is linked to it; nothing is yet.
record PaperAnswer(
        @JsonUnwrapped PaperObject paper,
        long numComments,
        List<String> linkedModels,
        List<String> linkedDatasets,
        List<String> linkedSpaces,
        long numTotalModels,
        long numTotalDatasets,
        long numTotalSpaces) {
    PaperAnswer(PaperObject paper, long numComments) {
        this(paper, numComments, List.of(), List.of(), List.of(), 0, 0, 0);
    }
}
