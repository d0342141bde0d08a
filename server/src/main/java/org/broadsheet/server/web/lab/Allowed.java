package org.broadsheet.server.web.lab;

/// Whether a reader may run papers here.
///
/// @param why not; said to the reader who may not
public record Allowed(boolean toRun, String why) {
    String reason() {
        return toRun ? "" : why;
    }
}
