package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// Comments on many papers: all of the house, or those of one reader.
///
/// @param kicker what kind of page it is
/// @param note under the headline
/// @param older the address of the page after this one
/// @param feed the address of the same as Atom, or empty
/// @param papers for which the reader voted; empty where the page is of nobody
public record RemarksPage(
        Frame frame,
        String kicker,
        String headline,
        String note,
        List<Remark> remarks,
        Optional<String> older,
        String feed,
        List<Link> papers) {
    public RemarksPage {
        remarks = List.copyOf(remarks);
        papers = List.copyOf(papers);
    }
}
