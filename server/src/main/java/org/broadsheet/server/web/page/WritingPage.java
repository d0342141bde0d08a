package org.broadsheet.server.web.page;

/// A new comment in the making, on a page of its own.
public record WritingPage(Frame frame, Link paper, RemarkForm form) {}
