package org.broadsheet.server.web.page;

import org.broadsheet.run.RunId;

/// What a leading paper that runs shows of itself: its picture, a claim, and what was measured of
/// it.
///
/// @param outcome the first that the claim is decided by
public record Evidence(RunId run, Shown picture, ClaimRow claim, ClaimRow.Outcome outcome) {
    public String url() {
        return Addresses.run(run);
    }
}
