package org.broadsheet.server.web.page;

import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;

/// A run that has no report, yet or for good: how it stands, and what the reader can do about it.
///
/// @param setting as in `quick size, seed 1`
/// @param reason why it failed; empty otherwise
/// @param back the page that its forms come back to
public record RunNow(
        RunId id,
        Run.State state,
        String setting,
        String reason,
        Progress progress,
        boolean isOffered,
        Back back) {
    /// Where a reader acts from, and comes back to.
    public enum Back {
        PAPER,
        RUN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isUnderWay() {
        return !state.isEnd();
    }

    public String heading() {
        return switch (state) {
            case WAITING, RUNNING -> "Run " + id + " is under way";
            case DONE -> "Run " + id + " is done";
            case FAILED -> "Run " + id + " failed";
            case CANCELLED -> "Run " + id + " was stopped";
        };
    }

    public String url() {
        return Addresses.run(id);
    }
}
