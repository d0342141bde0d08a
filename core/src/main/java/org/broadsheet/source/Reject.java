package org.broadsheet.source;

import java.time.Instant;

/// A record that could not be read, set aside with the reason and its raw text.
///
/// @param source the file or address it came from
/// @param place where in the source: a line or record number
/// @param raw at most [#MOST_RAW] characters of it
public record Reject(String source, String place, String reason, String raw, Instant at) {
    public static final int MOST_RAW = 20_000;

    public Reject {
        raw = raw.length() <= MOST_RAW ? raw : raw.substring(0, MOST_RAW);
    }
}
