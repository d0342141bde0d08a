package org.broadsheet.server.web.page;

import java.util.List;

/// The papers of one author.
///
/// @param spellings how the papers print the name, the commonest first
/// @param coauthors with whom most often
public record AuthorPage(
        Frame frame,
        String name,
        String count,
        List<String> spellings,
        List<Link> coauthors,
        List<Story> stories) {}
