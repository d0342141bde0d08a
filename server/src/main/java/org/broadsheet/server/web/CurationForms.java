package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.broadsheet.edition.Overrule;
import org.broadsheet.editor.Desk;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Curation;
import org.broadsheet.server.web.page.Curation.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Takes a curator's decisions about the open day's edition, and says which can be made. Deciding
/// the same again changes nothing.
@Controller
public final class CurationForms {
    private final Pages pages;
    private final PaperStore papers;
    private final Desk desk;
    private final Access access;
    private final ProblemPages problems;

    public CurationForms(
            Pages pages, PaperStore papers, Desk desk, Access access, ProblemPages problems) {
        this.pages = pages;
        this.papers = papers;
        this.desk = desk;
        this.access = access;
        this.problems = problems;
    }

    /// @param decision `in`, `out`, or `editor` to leave it to the editor again
    @PostMapping("/wire/decisions")
    View decide(
            @RequestParam(name = "paper", defaultValue = "") String id,
            @RequestParam(name = "decision", defaultValue = "") String decision,
            HttpServletRequest request) {
        access.require(request, Right.CURATE);
        Optional<Paper> paper = PaperId.candidates(id).stream().findFirst().flatMap(papers::get);
        if (paper.isEmpty()) {
            return problems.noPaper(id, List.of(), request);
        }
        decide(paper.get().id(), decision);
        return pages.redirect(Addresses.paper(paper.get().id()) + "#edition", HttpStatus.SEE_OTHER);
    }

    private void decide(PaperId paper, String decision) {
        switch (decision) {
            case "in" -> desk.decide(paper, Overrule.Kind.IN, "a curator");
            case "out" -> desk.decide(paper, Overrule.Kind.OUT, "a curator");
            case "editor" -> desk.leave(paper);
            default ->
                    throw new BadAddress(
                            "not a decision: \"%s\"; accepted is in, out or editor"
                                    .formatted(
                                            decision.length() <= 40
                                                    ? decision
                                                    : decision.substring(0, 37) + "..."));
        }
    }

    /// What can be decided about the paper; nothing for who may not curate.
    Optional<Curation> of(Paper paper, HttpServletRequest request) {
        if (!access.allows(request, Right.CURATE)) {
            return Optional.empty();
        }
        String day = Dates.brief(desk.day());
        Choice in = new Choice("in", "Put in");
        Choice keep = new Choice("in", "Keep in");
        Choice out = new Choice("out", "Take out");
        Choice never = new Choice("out", "Keep out");
        Choice leave = new Choice("editor", "Leave it to the editor");
        String id = paper.id().value();
        return Optional.of(
                switch (desk.of(paper.id())) {
                    case PICKED ->
                            new Curation(
                                    id,
                                    "In the edition of " + day + ": the editor picked it.",
                                    List.of(keep, out));
                    case PUT_IN ->
                            new Curation(
                                    id,
                                    "In the edition of " + day + ": a curator put it in.",
                                    List.of(out, leave));
                    case TAKEN_OUT ->
                            new Curation(
                                    id,
                                    "Kept out of the edition of " + day + " by a curator.",
                                    List.of(in, leave));
                    case SUBMITTED ->
                            new Curation(
                                    id,
                                    "In the edition of " + day + ": it was submitted.",
                                    List.of());
                    case ABSENT ->
                            new Curation(
                                    id, "Not in the edition of " + day + ".", List.of(in, never));
                });
    }
}
