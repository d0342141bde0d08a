package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.broadsheet.server.mail.EmlOutbox;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.OutboxPage;
import org.broadsheet.server.web.page.OutboxPage.Letter;
import org.broadsheet.server.web.page.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Shows admins the mail that left the house.
@Controller
public final class OutboxPages {
    private static final String PATH = "/admin/outbox";
    private static final int SHOWN = 100;

    private final Pages pages;
    private final Frames frames;
    private final EmlOutbox outbox;
    private final Access access;
    private final Moments moments;

    public OutboxPages(
            Pages pages, Frames frames, EmlOutbox outbox, Access access, Moments moments) {
        this.pages = pages;
        this.frames = frames;
        this.outbox = outbox;
        this.access = access;
        this.moments = moments;
    }

    @GetMapping(PATH)
    View letters(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        List<Letter> letters =
                outbox.latest(SHOWN).stream()
                        .map(it ->
                                new Letter(
                                        it.to(),
                                        it.subject(),
                                        moments.at(it.at()),
                                        it.body(),
                                        it.name()))
                        .toList();
        return Headed.unkept(
                pages.show(
                        "outbox",
                        new OutboxPage(
                                frames.of("Outbox", "The mail of the house.", PATH, Section.NONE),
                                letters.isEmpty() ? "The outbox" : "The latest mail",
                                outbox.folder().toString(),
                                letters)));
    }
}
