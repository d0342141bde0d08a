package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Decision;
import org.broadsheet.moderation.Decision.Outcome;
import org.broadsheet.moderation.Moderated;
import org.broadsheet.moderation.Report;
import org.broadsheet.moderation.ReportStore;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.Who;
import org.broadsheet.server.web.page.ModerationPage;
import org.broadsheet.server.web.page.ModerationPage.Row;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Shows curators what readers reported and takes their decisions. Each stands in the public log
/// with its reason.
@Controller
public final class ModerationPages {
    static final String PATH = "/admin/moderation";

    private static final int SHOWN = 100;

    private final Pages pages;
    private final Frames frames;
    private final ReportStore reports;
    private final SubjectLooks looks;
    private final Access access;
    private final Acts acts;
    private final Keeping keeping;
    private final Moments moments;

    public ModerationPages(
            Pages pages,
            Frames frames,
            ReportStore reports,
            SubjectLooks looks,
            Access access,
            Acts acts,
            Keeping keeping,
            Moments moments) {
        this.pages = pages;
        this.frames = frames;
        this.reports = reports;
        this.looks = looks;
        this.access = access;
        this.acts = acts;
        this.keeping = keeping;
        this.moments = moments;
    }

    @GetMapping(PATH)
    View queue(HttpServletRequest request) {
        access.require(request, Right.CURATE);
        keeping.once(request);
        return show(request.getParameter("kept") == null ? "" : "Decided.", HttpStatus.OK);
    }

    /// @param outcome `hidden` or `dismissed`
    @PostMapping(PATH)
    View decide(
            @RequestParam(name = "subject", defaultValue = "") String named,
            @RequestParam(name = "outcome", defaultValue = "") String outcome,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request) {
        access.require(request, Right.CURATE);
        try {
            Subject subject = Subject.of(named);
            Decision decision =
                    new Decision(
                            outcome(outcome), curator(request), reason, acts.clock().instant());
            return decided(subject, decision, request)
                    ? pages.redirect(PATH + "?kept", HttpStatus.SEE_OTHER)
                    : show(
                            "Not decided: %s cannot be hidden; it is gone, or has nothing to hide."
                                    .formatted(subject),
                            HttpStatus.NOT_FOUND);
        } catch (IllegalArgumentException e) {
            return show("Not decided: " + e.getMessage(), HttpStatus.BAD_REQUEST);
        }
    }

    private boolean decided(Subject subject, Decision decision, HttpServletRequest request) {
        if (decision.outcome() == Outcome.HIDDEN && !looks.hide(subject, decision)) {
            return false;
        }
        boolean wasOpen = !reports.settle(subject, decision).isEmpty();
        if (wasOpen || decision.outcome() == Outcome.HIDDEN) {
            String action =
                    decision.outcome() == Outcome.HIDDEN ? "hid" : "dismissed reports about";
            acts.note(request, Kind.PUBLIC, action, subject, decision.reason());
        }
        return true;
    }

    private static Outcome outcome(String text) {
        return switch (text) {
            case "hidden" -> Outcome.HIDDEN;
            case "dismissed" -> Outcome.DISMISSED;
            default ->
                    throw new IllegalArgumentException(
                            "the outcome is hidden or dismissed, got \"%s\""
                                    .formatted(text.length() <= 40 ? text : text.substring(0, 40)));
        };
    }

    private ReaderId curator(HttpServletRequest request) {
        return switch (access.who(request)) {
            case Who.Reader reader -> reader.id();
            case Who.Visitor _ ->
                    throw new IllegalStateException("a visitor has no right to curate");
        };
    }

    private View show(String told, HttpStatus status) {
        return pages.show(
                "moderation",
                new ModerationPage(
                        frames.of("Reported", "What readers reported.", PATH, Section.NONE),
                        told,
                        reports.open(SHOWN).stream().map(this::row).toList()),
                status);
    }

    private Row row(ReportStore.Open open) {
        Optional<Moderated.Look> look = looks.of(open.subject());
        int many = open.reports().size();
        String since = moments.at(open.reports().getFirst().at());
        return new Row(
                open.subject().toString(),
                look.map(Moderated.Look::text).orElse(""),
                look.map(Moderated.Look::path).orElse(""),
                many == 1
                        ? "Reported by one reader, " + since + "."
                        : "Reported by %d readers, first %s.".formatted(many, since),
                open.reports().stream().map(Report::reason).distinct().limit(5).toList(),
                looks.canHide(open.subject()));
    }
}
