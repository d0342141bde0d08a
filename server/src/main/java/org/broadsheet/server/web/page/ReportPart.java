package org.broadsheet.server.web.page;

import java.util.List;
import org.broadsheet.run.RunId;

/// What a report shows of itself on a page.
///
/// @param setting as in `full size, seed 1`
/// @param time as in `4 min 12 s on 2 cores`
/// @param day as in `6 November 2025`
public record ReportPart(
        RunId run,
        Marks marks,
        List<ClaimRow> claims,
        List<Shown> exhibits,
        String setting,
        String time,
        String day) {
    public ReportPart {
        claims = List.copyOf(claims);
        exhibits = List.copyOf(exhibits);
    }

    /// The exhibit that leads, if there is any.
    public List<Shown> first() {
        return exhibits.subList(0, Math.min(1, exhibits.size()));
    }

    public List<Shown> others() {
        return exhibits.subList(Math.min(1, exhibits.size()), exhibits.size());
    }

    public String url() {
        return Addresses.run(run);
    }
}
