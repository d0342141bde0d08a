package org.broadsheet.server.trial;

import java.util.List;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.Explanation;
import org.broadsheet.search.Hit;

/// A hit of which everything is said beforehand.
public record ShownHit(Paper paper, List<Piece> title, List<Piece> snippet, Explanation explanation)
        implements Hit {}
