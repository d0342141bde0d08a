package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.broadsheet.delivery.Delivery;
import org.broadsheet.delivery.DeliveryLedger;
import org.broadsheet.server.mail.Mailroom;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.OutboxPage;
import org.broadsheet.server.web.page.OutboxPage.Doubtful;
import org.broadsheet.server.web.page.OutboxPage.Letter;
import org.broadsheet.server.web.page.OutboxPage.Standing;
import org.broadsheet.server.web.page.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Shows admins how the house's mail stands, and what left it as files.
@Controller
public final class OutboxPages {
    private static final String PATH = "/admin/outbox";
    private static final int SHOWN = 100;

    private final Pages pages;
    private final Frames frames;
    private final Mailroom mail;
    private final DeliveryLedger ledger;
    private final Access access;
    private final Moments moments;

    public OutboxPages(
            Pages pages,
            Frames frames,
            Mailroom mail,
            DeliveryLedger ledger,
            Access access,
            Moments moments) {
        this.pages = pages;
        this.frames = frames;
        this.mail = mail;
        this.ledger = ledger;
        this.access = access;
        this.moments = moments;
    }

    @GetMapping(PATH)
    View letters(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        List<Letter> letters = letters();
        return new Unkept(
                pages.show(
                        "outbox",
                        new OutboxPage(
                                frames.of("Outbox", "The mail of the house.", PATH, Section.NONE),
                                letters.isEmpty() ? "The outbox" : "The latest mail",
                                mail.isToFiles() ? mail.files().folder().toString() : "",
                                mail.stopped(),
                                standings(),
                                doubtful(),
                                letters)));
    }

    private List<Letter> letters() {
        return mail.files().latest(SHOWN).stream()
                .map(it ->
                        new Letter(
                                it.to(), it.subject(), moments.at(it.at()), it.body(), it.name()))
                .toList();
    }

    private List<Standing> standings() {
        return new TreeMap<>(ledger.count())
                .entrySet().stream()
                        .map(it ->
                                new Standing(
                                        it.getKey()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '),
                                        "%,d".formatted(it.getValue())))
                        .toList();
    }

    private List<Doubtful> doubtful() {
        return ledger.in(Delivery.State.UNKNOWN, SHOWN).stream()
                .map(it ->
                        new Doubtful(
                                it.id().mailing().value(),
                                it.address().value(),
                                moments.at(it.changed()),
                                it.note()))
                .toList();
    }
}
