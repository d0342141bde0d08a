package org.broadsheet.server.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Parts of pages that change while they are read; htmx asks for them.
@Controller
public final class StatusParts {
    private final Pages pages;
    private final Readiness vectors;

    public StatusParts(Pages pages, Readiness vectors) {
        this.pages = pages;
        this.vectors = vectors;
    }

    @GetMapping("/status/vectors")
    View vectors(jakarta.servlet.http.HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return pages.show("part/vectors", vectors.now());
    }
}
