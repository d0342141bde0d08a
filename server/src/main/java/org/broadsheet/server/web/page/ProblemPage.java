package org.broadsheet.server.web.page;

import java.util.List;

/// A page that says what went wrong with a request, and what to do next.
///
/// @param status of HTTP
/// @param path what was asked for
/// @param fetched the id of a paper that the sources can be asked for, or empty
public record ProblemPage(
        Frame frame,
        int status,
        String headline,
        String text,
        String path,
        List<Link> steps,
        List<Story> perhaps,
        String fetched) {}
