package org.broadsheet.server.text;

import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Summary;

/// The sentence or two that stand under a paper's title: what was written for that place, else how
/// the paper's own text opens. LaTeX stays in it.
public final class Deck {
    private static final int LONGEST = 260;

    private Deck() {}

    public static String of(Paper paper) {
        Summary summary = paper.summary();
        if (summary != null && !summary.deck().isEmpty()) {
            return summary.by() == Summary.Writer.EXTRACT
                    ? Opening.of(summary.deck(), LONGEST)
                    : summary.deck();
        }
        return Opening.of(paper.leadText(), LONGEST);
    }
}
