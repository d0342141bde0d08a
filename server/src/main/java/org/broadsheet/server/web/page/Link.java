package org.broadsheet.server.web.page;

/// A link with its words.
public record Link(String url, String label) {}
