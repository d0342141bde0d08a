package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.server.api.PathText;
import org.broadsheet.server.text.Markdown;
import org.broadsheet.server.web.lab.LabParts;
import org.broadsheet.server.web.lab.Repertoire.Known;
import org.broadsheet.server.web.lab.RunWish;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.RunIt;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// A paper's page under its id, as HTML and as Markdown. An id in another dress (a version, a link,
/// lost zeros), and another id of the paper, leads to the paper's one address.
@Controller
public final class PaperPages {
    private static final String MARKDOWN = ".md";

    private final Pages pages;
    private final PaperStore papers;
    private final PaperLayout layout;
    private final ProblemPages problems;
    private final Keeping keeping;
    private final LabParts lab;
    private final LabRights rights;
    private final Curating curating;
    private final TalkPages talk;

    public PaperPages(
            Pages pages,
            PaperStore papers,
            PaperLayout layout,
            ProblemPages problems,
            Keeping keeping,
            LabParts lab,
            LabRights rights,
            Curating curating,
            TalkPages talk) {
        this.pages = pages;
        this.papers = papers;
        this.layout = layout;
        this.problems = problems;
        this.keeping = keeping;
        this.lab = lab;
        this.rights = rights;
        this.curating = curating;
        this.talk = talk;
    }

    @GetMapping("/papers/{*id}")
    View paper(HttpServletRequest request, HttpServletResponse response) {
        String id = PathText.after("/papers/", request);
        response.addHeader("Vary", "Accept");
        Optional<Paper> paper = exactly(id);
        if (paper.isPresent()) {
            return wantsMarkdown(request)
                    ? markdown(paper.get(), request)
                    : page(paper.get(), request);
        }
        Optional<TalkPages.Asked> asked = TalkPages.Asked.of(id);
        if (asked.isPresent()) {
            return talk(id, asked.get(), request);
        }
        if (id.toLowerCase(Locale.ROOT).endsWith(MARKDOWN)) {
            String bare = id.substring(0, id.length() - MARKDOWN.length());
            return exactly(bare)
                    .map(found -> markdown(found, request))
                    .orElseGet(() -> elsewhere(bare, MARKDOWN, request));
        }
        return elsewhere(id, "", request);
    }

    /// What lies under a paper's address about its comments.
    private View talk(String text, TalkPages.Asked asked, HttpServletRequest request) {
        Optional<Paper> paper = exactly(asked.paper());
        return paper.isPresent()
                ? talk.show(asked, paper.get(), request)
                : elsewhere(asked.paper(), text.substring(asked.paper().length()), request);
    }

    private View page(Paper paper, HttpServletRequest request) {
        Known known = lab.known();
        Optional<Descriptor> descriptor = known.of(paper.id());
        if (descriptor.isEmpty()) {
            keep(known, request);
            return pages.show("paper", layout.of(paper, Optional.empty(), request));
        }
        // Runs come, go on and fail without a change of the store's sequence.
        keeping.once(request);
        RunIt runIt = lab.runIt(descriptor.get(), wish(paper.id(), request), rights.of(request));
        return pages.show("paper", layout.of(paper, Optional.of(runIt), request));
    }

    private void keep(Known known, HttpServletRequest request) {
        if (known.isKnown()) {
            keeping.shortly(request);
        } else {
            keeping.once(request);
        }
    }

    /// What the address says of the part "Run it": `?run=` and `?size=`.
    private RunWish wish(PaperId paper, HttpServletRequest request) {
        return new RunWish(
                Optional.ofNullable(request.getParameter("run")).map(id -> run(paper, id)),
                request.getParameter("stored") != null,
                Optional.ofNullable(request.getParameter("size"))
                        .map(size -> BadAddress.unless(() -> Size.of(size))),
                Optional.empty());
    }

    private Run run(PaperId paper, String text) {
        RunId id = LabPages.id(text);
        return lab.lab()
                .find(id)
                .filter(run -> run.paper().equals(paper))
                .orElseThrow(() ->
                        new BadAddress(
                                "not a run of this paper: %s; its runs are listed on its page"
                                        .formatted(id)));
    }

    private Optional<Paper> exactly(String id) {
        try {
            return papers.get(PaperId.of(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private View elsewhere(String text, String suffix, HttpServletRequest request) {
        List<PaperId> meant = PaperId.candidates(text);
        for (PaperId named : meant) {
            PaperId id = curating.paper(named).orElse(named);
            if (papers.get(id).isPresent()) {
                // A mended id is a guess, and another paper may come that fits better.
                HttpStatus how =
                        meant.size() == 1 ? HttpStatus.MOVED_PERMANENTLY : HttpStatus.FOUND;
                return pages.redirect(Addresses.paper(id) + suffix, how);
            }
        }
        return problems.noPaper(text, meant, request);
    }

    private static boolean wantsMarkdown(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/markdown");
    }

    private View markdown(Paper paper, HttpServletRequest request) {
        keeping.shortly(request);
        return new Sent(
                new MediaType("text", "markdown", StandardCharsets.UTF_8).toString(),
                Markdown.of(paper).getBytes(StandardCharsets.UTF_8));
    }
}
