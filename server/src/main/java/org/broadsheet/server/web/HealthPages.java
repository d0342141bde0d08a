package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.server.house.DoctorCommand.Look;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.LedgerPage;
import org.broadsheet.server.web.page.LedgerPage.Row;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Shows whoever runs the house what `doctor` tells on a terminal.
@Controller
public final class HealthPages {
    static final String PATH = "/admin/health";

    private final Pages pages;
    private final Frames frames;
    private final Supplier<List<Look>> doctor;
    private final Access access;
    private final Keeping keeping;

    /// @param doctor looks at all parts of the house
    public HealthPages(
            Pages pages,
            Frames frames,
            Supplier<List<Look>> doctor,
            Access access,
            Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.doctor = doctor;
        this.access = access;
        this.keeping = keeping;
    }

    @GetMapping(PATH)
    View health(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        keeping.once(request);
        List<Look> looks = doctor.get();
        long broken = looks.stream().filter(look -> look.state().equals("broken")).count();
        return pages.show(
                "ledger",
                new LedgerPage(
                        frames.of("Health", "How the house is.", PATH, Section.NONE),
                        PATH,
                        broken == 0
                                ? "All is well."
                                : "%d of %d parts need you.".formatted(broken, looks.size()),
                        "The same as on a terminal: broadsheet doctor. In numbers, for a monitor:"
                                + " /metrics.",
                        List.of(),
                        looks.stream()
                                .map(look ->
                                        new Row(
                                                look.part(),
                                                new Link("", look.state()),
                                                look.text()))
                                .toList(),
                        "",
                        Optional.empty()));
    }
}
