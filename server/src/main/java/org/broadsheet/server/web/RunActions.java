package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.server.web.lab.LabParts;
import org.broadsheet.server.web.lab.RunWish;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.RunForm;
import org.broadsheet.server.web.page.RunNow.Back;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Takes what readers ask of the lab: to run, to stop, to run again. Each leads on to a page that
/// shows what became of it: the run's own, or the paper's where the reader came from there.
@Controller
public final class RunActions {
    private final Pages pages;
    private final LabParts parts;
    private final Laboratory lab;
    private final PaperStore papers;
    private final PaperLayout layout;
    private final LabRights rights;
    private final ProblemPages problems;

    public RunActions(
            Pages pages,
            LabParts parts,
            PaperStore papers,
            PaperLayout layout,
            LabRights rights,
            ProblemPages problems) {
        this.pages = pages;
        this.parts = parts;
        this.lab = parts.lab();
        this.papers = papers;
        this.layout = layout;
        this.rights = rights;
        this.problems = problems;
    }

    /// A form with a value that is not accepted comes back with what is.
    ///
    /// @param paper its id
    /// @param size `quick`, `full` or `paper`
    /// @param back `paper` for the paper's page, else the run's
    @PostMapping("/lab/runs")
    View ask(
            @RequestParam(name = "paper", defaultValue = "") String paper,
            @RequestParam(name = "size", defaultValue = "quick") String size,
            @RequestParam(name = "back", defaultValue = "") String back,
            HttpServletRequest request) {
        rights.require(request);
        Optional<Descriptor> descriptor = descriptor(paper);
        if (descriptor.isEmpty()) {
            return problems.noReproduction(paper, parts.known(), request);
        }
        LabParts.FormReading reading =
                BadAddress.unless(() -> parts.read(descriptor.get(), size, values(request)));
        return reading.refused()
                .map(form -> comeBack(descriptor.get(), form, request))
                .orElseGet(() -> ask(descriptor.get(), reading.setting().orElseThrow(), back));
    }

    private View ask(Descriptor descriptor, Setting setting, String back) {
        boolean isStored =
                lab.find(lab.name(descriptor, setting))
                        .filter(run -> run.state() == Run.State.DONE)
                        .isPresent();
        return goTo(lab.ask(descriptor, setting), back, isStored);
    }

    private View comeBack(Descriptor descriptor, RunForm form, HttpServletRequest request) {
        Optional<Paper> paper = papers.get(descriptor.paper());
        if (paper.isEmpty()) {
            throw new BadAddress(
                    form.fields().stream()
                            .filter(RunForm.Field::isRefused)
                            .map(field -> field.label() + ": " + field.error())
                            .findFirst()
                            .orElse("the form"));
        }
        var runIt = parts.runIt(descriptor, RunWish.refused(form), rights.of(request));
        return pages.show(
                "paper",
                layout.of(paper.get(), Optional.of(runIt), request),
                HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/lab/runs/{id}/cancel")
    View cancel(
            @PathVariable("id") String text,
            @RequestParam(name = "back", defaultValue = "") String back,
            HttpServletRequest request) {
        rights.require(request);
        RunId id = LabPages.id(text);
        lab.cancel(id);
        return lab.find(id)
                .map(run -> goTo(run, back, false))
                .orElseGet(() -> problems.noRun(id, request));
    }

    /// Runs the same setting again, with the reproduction as it is now.
    @PostMapping("/lab/runs/{id}/again")
    View again(
            @PathVariable("id") String text,
            @RequestParam(name = "back", defaultValue = "") String back,
            HttpServletRequest request) {
        rights.require(request);
        RunId id = LabPages.id(text);
        Optional<Run> run = lab.find(id);
        if (run.isEmpty()) {
            return problems.noRun(id, request);
        }
        Optional<Descriptor> descriptor = parts.known().of(run.get().paper());
        if (descriptor.isEmpty()) {
            return problems.noReproduction(run.get().paper().value(), parts.known(), request);
        }
        Setting before = lab.setting(run.get());
        Setting setting =
                BadAddress.unless(() ->
                        Setting.of(
                                descriptor.get().parameters(),
                                before.size(),
                                before.seed(),
                                before.values()));
        return ask(descriptor.get(), setting, back);
    }

    private Optional<Descriptor> descriptor(String paper) {
        return PaperId.candidates(paper).stream()
                .flatMap(id -> parts.known().of(id).stream())
                .findFirst();
    }

    /// Of a box that is ticked the form sends two values; the last one counts.
    private static Map<String, String> values(HttpServletRequest request) {
        Map<String, String> values = new HashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all[all.length - 1]));
        return values;
    }

    private View goTo(Run run, String back, boolean isStored) {
        String stored = isStored ? "stored" : "";
        boolean isFromPaper = back.equals(Back.PAPER.word()) && papers.get(run.paper()).isPresent();
        String address =
                isFromPaper
                        ? Addresses.paper(run.paper(), run.id(), stored)
                        : Addresses.run(run.id()) + (isStored ? "?" + stored : "");
        return pages.redirect(address, HttpStatus.SEE_OTHER);
    }
}
