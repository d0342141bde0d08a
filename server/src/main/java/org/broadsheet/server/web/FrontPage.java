package org.broadsheet.server.web;

/// What the front page shows.
public record FrontPage(String name) {}
