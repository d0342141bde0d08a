package org.broadsheet.server.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The front page at `/`.
@Controller
public final class FrontPageController {
    private final Pages pages;

    public FrontPageController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    View show() {
        return pages.show("index", new FrontPage("Broadsheet"));
    }
}
