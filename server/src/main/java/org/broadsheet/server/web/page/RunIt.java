package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.lab.Abstract;
import org.broadsheet.paper.PaperId;

/// The part of a paper's page where it is run.
///
/// @param claims of the report that is shown, or of the reproduction while there is none
/// @param report the one that the address names, or the one that stands for the paper
/// @param answered whether that report was there when its run was asked for
/// @param now the run that the address names, or the latest one under way
/// @param form absent where the reader may not run
/// @param why the reader may not; empty otherwise
public record RunIt(
        PaperId paper,
        Abstract about,
        List<ClaimRow> claims,
        Optional<ReportPart> report,
        boolean answered,
        Optional<RunNow> now,
        Optional<RunForm> form,
        String why,
        List<RunLine> recent) {
    public RunIt {
        claims = List.copyOf(claims);
        recent = List.copyOf(recent);
    }
}
