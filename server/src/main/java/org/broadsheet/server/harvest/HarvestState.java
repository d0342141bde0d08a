package org.broadsheet.server.harvest;

import org.broadsheet.harvest.Harvest;
import org.broadsheet.job.Job;
import org.jspecify.annotations.Nullable;

/// How a harvest is, for whoever runs the house.
public enum HarvestState {
    /// The last run ended well, and nothing waits.
    WELL("ok"),
    /// Runs, or is about to.
    UNDER_WAY("under way"),
    /// The last run failed, and it is tried again by itself.
    WAITING("to be tried again"),
    /// It failed and nothing tries again before somebody, or the night, asks.
    STOPPED("stopped");

    private final String word;

    HarvestState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// @param job its job, if it ever had one
    static HarvestState of(Harvest harvest, @Nullable Job job) {
        boolean failed = !harvest.run().error().isEmpty();
        Job.State queued = job == null ? Job.State.DONE : job.state();
        return switch (queued) {
            case CLAIMED -> UNDER_WAY;
            case FAILED -> STOPPED;
            case WAITING -> failed ? WAITING : UNDER_WAY;
            case DONE -> failed ? STOPPED : WELL;
        };
    }
}
