package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.lab.Abstract;
import org.broadsheet.run.RunId;

/// A run: its whole report, or how it stands.
///
/// @param paper the address of the paper's page
/// @param settings every parameter with its value
/// @param measured every metric
/// @param provenance where, when and with what it was made
public record RunPage(
        Frame frame,
        RunId id,
        String title,
        String paper,
        Optional<Abstract> about,
        boolean answered,
        Optional<ReportPart> report,
        Optional<RunNow> now,
        Rows settings,
        Rows measured,
        List<PaperPage.Known> provenance,
        List<Link> files,
        List<String> log,
        String why) {
    public RunPage {
        provenance = List.copyOf(provenance);
        files = List.copyOf(files);
        log = List.copyOf(log);
    }

    public boolean isUnderWay() {
        return now.filter(RunNow::isUnderWay).isPresent();
    }
}
