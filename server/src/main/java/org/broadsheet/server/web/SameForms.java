package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.web.page.Addresses;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// Takes a curator's word on which papers are one: `deed` is `unite` or `part`, `id` the other id.
/// What cannot be done brings the paper's page back with the reason.
public final class SameForms {
    private final Pages pages;
    private final PaperLayout layout;
    private final Curating curating;

    public SameForms(Pages pages, PaperLayout layout, Curating curating) {
        this.pages = pages;
        this.layout = layout;
        this.curating = curating;
    }

    View take(Paper paper, HttpServletRequest request) {
        String deed = parameter("deed", request);
        String typed = parameter("id", request);
        try {
            PaperId shown =
                    switch (deed) {
                        case "unite" -> curating.unite(paper.id(), typed, request);
                        case "part" -> {
                            curating.part(paper.id(), typed, request);
                            yield paper.id();
                        }
                        default ->
                                throw new BadAddress(
                                        "not a deed: \"%s\"; accepted are unite and part"
                                                .formatted(shortened(deed)));
                    };
            return pages.redirect(Addresses.paper(shown) + "#same", HttpStatus.SEE_OTHER);
        } catch (IllegalArgumentException e) {
            return pages.show(
                    "paper",
                    layout.of(
                            paper,
                            Optional.empty(),
                            Optional.of(
                                    curating.forms(
                                            paper.id(), String.valueOf(e.getMessage()), typed)),
                            request),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String parameter(String name, HttpServletRequest request) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
