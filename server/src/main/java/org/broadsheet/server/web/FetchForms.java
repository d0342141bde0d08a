package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.broadsheet.limit.Allowance;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.sources.Fetching;
import org.broadsheet.server.web.page.Addresses;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Brings in a paper that the house does not have, by its id, and leads to its page.
@Controller
public final class FetchForms {
    private final Pages pages;
    private final Fetching fetching;
    private final Access access;
    private final Allowances allowances;
    private final ProblemPages problems;

    public FetchForms(
            Pages pages,
            Fetching fetching,
            Access access,
            Allowances allowances,
            ProblemPages problems) {
        this.pages = pages;
        this.fetching = fetching;
        this.access = access;
        this.allowances = allowances;
        this.problems = problems;
    }

    /// @param paper its id, in whatever dress
    @PostMapping("/wire/fetch")
    View fetch(
            @RequestParam(name = "paper", defaultValue = "") String paper,
            HttpServletRequest request)
            throws InterruptedException {
        access.require(request, Right.SUBMIT);
        List<PaperId> meant = PaperId.candidates(paper);
        if (meant.isEmpty()) {
            return problems.noPaper(paper, meant, request);
        }
        Optional<Spent> spent = allowances.take(Allowance.FETCH, request);
        if (spent.isPresent()) {
            return problems.tooMany(spent.get(), request);
        }
        try {
            Optional<PaperId> found = fetching.fetch(meant.getFirst());
            return found.<View>map(id -> pages.redirect(Addresses.paper(id), HttpStatus.SEE_OTHER))
                    .orElseGet(() -> problems.nowhere(meant.getFirst(), request));
        } catch (IOException e) {
            return problems.notAsked(meant.getFirst(), String.valueOf(e.getMessage()), request);
        }
    }
}
