package org.broadsheet.search;

import java.util.List;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.RankFusion.Fused;
import org.jspecify.annotations.Nullable;

/// Takes the paper's texts apart when the first of what depends on them is asked for: an answer
/// that shows only the paper does not need it, and it costs as much as the search.
final class FoundPaper implements Hit {
    private final Paper paper;
    private final Fused fused;
    private final Reasons reasons;
    private @Nullable SearchedPaper searched;

    FoundPaper(Paper paper, Fused fused, Reasons reasons) {
        this.paper = paper;
        this.fused = fused;
        this.reasons = reasons;
    }

    @Override
    public Paper paper() {
        return paper;
    }

    @Override
    public List<Piece> title() {
        return Passages.marked(searched().title());
    }

    @Override
    public List<Piece> snippet() {
        return Passages.snippet(searched().lead());
    }

    @Override
    public Explanation explanation() {
        return reasons.explain(searched(), fused);
    }

    private SearchedPaper searched() {
        if (searched == null) {
            searched = SearchedPaper.of(paper, reasons.terms());
        }
        return searched;
    }
}
