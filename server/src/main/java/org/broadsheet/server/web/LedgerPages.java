package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Entry;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Moderated;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.LedgerPage;
import org.broadsheet.server.web.page.LedgerPage.Row;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.vote.VoteRings;
import org.broadsheet.vote.VoteStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The logs and the report on votes: for everybody what was decided, without the names of those who
/// reported or decided; for whoever runs the house all that was done, and readers whose votes
/// coincide more than chance.
@Controller
public final class LedgerPages {
    static final String LOG = "/moderation";
    static final String AUDIT = "/admin/audit";
    static final String RINGS = "/admin/votes";

    private static final int SHOWN = 100;
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private final Pages pages;
    private final Frames frames;
    private final AuditLog log;
    private final VoteStore votes;
    private final SubjectLooks looks;
    private final Access access;
    private final Keeping keeping;
    private final Moments moments;

    public LedgerPages(
            Pages pages,
            Frames frames,
            AuditLog log,
            VoteStore votes,
            SubjectLooks looks,
            Access access,
            Keeping keeping,
            Moments moments) {
        this.pages = pages;
        this.frames = frames;
        this.log = log;
        this.votes = votes;
        this.looks = looks;
        this.access = access;
        this.keeping = keeping;
        this.moments = moments;
    }

    @GetMapping(LOG)
    View decided(HttpServletRequest request) {
        keeping.once(request);
        List<Entry> entries = log.before(before(request), Set.of(Kind.PUBLIC), SHOWN);
        return pages.show(
                "ledger",
                new LedgerPage(
                        frames.of(
                                "Moderation", "What curators decided, and why.", LOG, Section.NONE),
                        "",
                        "What curators decided",
                        "Every decision, with its reason. Who reported something is told to nobody"
                                + " but curators.",
                        entries.stream().map(this::publicRow).toList(),
                        "No decision was needed yet.",
                        older(LOG, entries)));
    }

    @GetMapping(AUDIT)
    View audit(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        keeping.once(request);
        List<Entry> entries = log.before(before(request), EnumSet.allOf(Kind.class), SHOWN);
        return pages.show(
                "ledger",
                new LedgerPage(
                        frames.of("Audit", "Who did what.", AUDIT, Section.NONE),
                        AUDIT,
                        "Who did what, and from where",
                        "Nothing here can be changed. Addresses are forgotten after 30 days.",
                        entries.stream().map(this::privateRow).toList(),
                        "Nothing was done yet that is written down.",
                        older(AUDIT, entries)));
    }

    @GetMapping(RINGS)
    View rings(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        keeping.once(request);
        Clock clock = moments.clock();
        var recent = votes.of(votes.votedSince(clock.instant().minus(LOOKED_BACK)));
        return pages.show(
                "ledger",
                new LedgerPage(
                        frames.of("Votes", "Votes that coincide.", RINGS, Section.NONE),
                        RINGS,
                        "Readers whose votes coincide",
                        "Of the papers voted for in the last %d days; the rule is in"
                                        .formatted(LOOKED_BACK.toDays())
                                + " docs/moderation.md. A hint to look, never a verdict: nothing"
                                + " happens by itself.",
                        VoteRings.in(recent).stream().map(LedgerPages::ring).toList(),
                        "No readers’ votes coincide more than chance brings about.",
                        Optional.empty()));
    }

    private static Row ring(VoteRings.Ring ring) {
        String names =
                ring.readers().stream().map(ReaderId::value).collect(Collectors.joining(", "));
        String pairs =
                ring.pairs().stream()
                        .limit(10)
                        .map(pair ->
                                String.format(
                                        Locale.ROOT,
                                        "%s and %s share %d of %d papers, %d within an hour"
                                                + " (by chance in at most %.1g of houses)",
                                        pair.one(),
                                        pair.other(),
                                        pair.shared(),
                                        pair.all(),
                                        pair.near(),
                                        pair.chance()))
                        .collect(Collectors.joining("; "));
        return new Row(ring.readers().size() + " readers:", new Link("", names), pairs + ".");
    }

    private Row publicRow(Entry entry) {
        var act = entry.act();
        return new Row(
                "A curator " + act.action(),
                subject(entry),
                "%s: %s".formatted(moments.at(act.at()), act.note()));
    }

    private Row privateRow(Entry entry) {
        var act = entry.act();
        ReaderId who = act.who();
        return new Row(
                (who == null ? "Nobody who is signed in" : who.value()) + " " + act.action(),
                subject(entry),
                "%s%s%s"
                        .formatted(
                                moments.at(act.at()),
                                act.from().isEmpty() ? "" : ", from " + act.from(),
                                act.note().isEmpty() ? "" : ": " + act.note()));
    }

    private Link subject(Entry entry) {
        var subject = entry.act().subject();
        String path = looks.of(subject).map(Moderated.Look::path).orElse("");
        return new Link(path, subject.toString());
    }

    private static long before(HttpServletRequest request) {
        String text = Objects.requireNonNullElse(request.getParameter("before"), "");
        if (text.isEmpty()) {
            return AuditLog.END;
        }
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw new BadAddress("before is the number of an entry, as in before=120");
    }

    private static Optional<Link> older(String path, List<Entry> entries) {
        return entries.size() < SHOWN
                ? Optional.empty()
                : Optional.of(
                        new Link(
                                path + "?before=" + entries.getLast().number(), "What was before"));
    }
}
