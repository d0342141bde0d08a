package org.broadsheet.discussion;

import java.time.Instant;

/// How a comment read from a moment on.
public record Wording(Instant since, String text) {}
