package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.server.web.lab.LabParts;
import org.broadsheet.server.web.lab.Repertoire.Known;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.RunPage;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The lab: the overview of all reproductions, and each run with its report. Runs change without a
/// change of the store's sequence, so none of these pages is kept.
@Controller
public final class LabPages {
    private static final String JSON = ".json";

    private final Pages pages;
    private final Frames frames;
    private final LabParts parts;
    private final PaperStore papers;
    private final LabRights rights;
    private final ProblemPages problems;
    private final Keeping keeping;

    public LabPages(
            Pages pages,
            Frames frames,
            LabParts parts,
            PaperStore papers,
            LabRights rights,
            ProblemPages problems,
            Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.parts = parts;
        this.papers = papers;
        this.rights = rights;
        this.problems = problems;
        this.keeping = keeping;
    }

    @GetMapping("/lab")
    View lab(HttpServletRequest request) {
        Known known = parts.known();
        List<PaperId> all = known.all().stream().map(Descriptor::paper).toList();
        Frame frame =
                frames.of(
                        "The lab",
                        "Papers that run: what each claims, what was measured here, and the verdict"
                                + " that follows by rule.",
                        "/lab",
                        Section.LAB);
        keeping.once(request);
        return pages.show(
                "lab", parts.overview(frame, known, papers.get(all).keySet(), rights.of(request)));
    }

    /// A run's page; with `.json` its report.
    @GetMapping("/lab/runs/{id}")
    View run(@PathVariable("id") String text, HttpServletRequest request) {
        boolean isData = text.endsWith(JSON);
        RunId id = id(isData ? text.substring(0, text.length() - JSON.length()) : text);
        Optional<Run> run = parts.lab().find(id);
        if (run.isEmpty()) {
            return problems.noRun(id, request);
        }
        keeping.once(request);
        return isData ? data(run.get(), request) : page(run.get(), request);
    }

    private View page(Run run, HttpServletRequest request) {
        boolean answered = request.getParameter("stored") != null;
        RunPage page = parts.page(run, answered, rights.of(request), title -> frame(run, title));
        return pages.show("run", page);
    }

    private Frame frame(Run run, String title) {
        String address = Addresses.run(run.id());
        Frame frame =
                frames.of(
                        "Run " + run.id() + " of " + title,
                        "A run of the paper “" + title + "”: claims, measurements, verdicts.",
                        address,
                        Section.LAB);
        return run.state() == Run.State.DONE ? frame.withData(address + JSON) : frame;
    }

    private View data(Run run, HttpServletRequest request) {
        return parts.lab()
                .report(run.id())
                .<View>map(report ->
                        new Sent(
                                MediaType.APPLICATION_JSON_VALUE,
                                LabJson.writePretty(report).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> problems.noReport(run, request));
    }

    /// @throws BadAddress when it is none
    static RunId id(String text) {
        return BadAddress.unless(
                () -> new RunId(text.length() <= 40 ? text : text.substring(0, 40)));
    }
}
