package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.server.api.PathText;
import org.broadsheet.server.text.Markdown;
import org.broadsheet.server.web.page.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// A paper's page under its id, as HTML and as Markdown. An id in another dress (a version, a link,
/// lost zeros) leads to the paper's one address.
@Controller
public final class PaperPages {
    private static final String MARKDOWN = ".md";

    private final Pages pages;
    private final PaperStore papers;
    private final PaperLayout layout;
    private final ProblemPages problems;
    private final Keeping keeping;

    public PaperPages(
            Pages pages,
            PaperStore papers,
            PaperLayout layout,
            ProblemPages problems,
            Keeping keeping) {
        this.pages = pages;
        this.papers = papers;
        this.layout = layout;
        this.problems = problems;
        this.keeping = keeping;
    }

    @GetMapping("/papers/{*id}")
    View paper(HttpServletRequest request, HttpServletResponse response) {
        String id = PathText.after("/papers/", request);
        response.addHeader("Vary", "Accept");
        Optional<Paper> paper = exactly(id);
        if (paper.isPresent()) {
            keeping.shortly(request);
            return wantsMarkdown(request)
                    ? markdown(paper.get())
                    : pages.show("paper", layout.of(paper.get(), request));
        }
        if (id.toLowerCase(Locale.ROOT).endsWith(MARKDOWN)) {
            String bare = id.substring(0, id.length() - MARKDOWN.length());
            return exactly(bare)
                    .map(PaperPages::markdown)
                    .orElseGet(() -> elsewhere(bare, MARKDOWN, request));
        }
        return elsewhere(id, "", request);
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
        for (PaperId id : meant) {
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

    private static View markdown(Paper paper) {
        byte[] text = Markdown.of(paper).getBytes(StandardCharsets.UTF_8);
        return new View() {
            @Override
            public String getContentType() {
                return new MediaType("text", "markdown", StandardCharsets.UTF_8).toString();
            }

            @Override
            public void render(
                    @Nullable Map<String, ?> unused,
                    HttpServletRequest request,
                    HttpServletResponse response)
                    throws java.io.IOException {
                response.setContentType(getContentType());
                response.setContentLength(text.length);
                response.getOutputStream().write(text);
            }
        };
    }
}
