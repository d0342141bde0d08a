package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Entry;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Moderated;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.LedgerPage;
import org.broadsheet.server.web.page.LedgerPage.Choice;
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
    private final ReaderStore readers;
    private final SubjectLooks looks;
    private final Access access;
    private final Keeping keeping;
    private final Moments moments;

    public LedgerPages(
            Pages pages,
            Frames frames,
            AuditLog log,
            VoteStore votes,
            ReaderStore readers,
            SubjectLooks looks,
            Access access,
            Keeping keeping,
            Moments moments) {
        this.pages = pages;
        this.frames = frames;
        this.log = log;
        this.votes = votes;
        this.readers = readers;
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
                        List.of(),
                        entries.stream().map(this::publicRow).toList(),
                        "No decision was needed yet.",
                        older(LOG, entries)));
    }

    @GetMapping(AUDIT)
    View audit(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        keeping.once(request);
        Optional<Shown> shown = Shown.of(request);
        Set<Kind> kinds = shown.map(it -> Set.of(it.kind)).orElse(EnumSet.allOf(Kind.class));
        List<Entry> entries = log.before(before(request), kinds, SHOWN);
        Map<ReaderId, Reader> known = readers.of(named(entries));
        return pages.show(
                "ledger",
                new LedgerPage(
                        frames.of("Audit", "Who did what.", AUDIT, Section.NONE),
                        AUDIT,
                        "Who did what, and from where",
                        "Nothing here can be changed. Addresses are forgotten after 30 days.",
                        choices(shown),
                        entries.stream().map(entry -> privateRow(entry, known)).toList(),
                        "Nothing was done yet that is written down.",
                        older(shown.map(Shown::address).orElse(AUDIT), entries)));
    }

    /// A kind of acts as the address names it.
    private enum Shown {
        DECISIONS("decisions", Kind.PUBLIC, "Decisions"),
        MEMBERS("members", Kind.PRIVATE, "Members and invitations"),
        SIGN_INS("sign-ins", Kind.SIGN_IN, "Sign-ins"),
        ACCOUNTS("accounts", Kind.ACCOUNT, "Own accounts"),
        OPERATOR("operator", Kind.OPERATOR, "The command line");

        private final String word;
        private final Kind kind;
        private final String label;

        Shown(String word, Kind kind, String label) {
            this.word = word;
            this.kind = kind;
            this.label = label;
        }

        /// @return nothing for all
        static Optional<Shown> of(HttpServletRequest request) {
            String asked = Objects.requireNonNullElse(request.getParameter("kind"), "");
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    Arrays.stream(values())
                            .filter(it -> it.word.equals(asked))
                            .findFirst()
                            .orElseThrow(() ->
                                    new BadAddress(
                                            "not a kind of acts: \"%s\"; accepted are %s"
                                                    .formatted(
                                                            asked.length() <= 40
                                                                    ? asked
                                                                    : asked.substring(0, 40),
                                                            Arrays.stream(values())
                                                                    .map(it -> it.word)
                                                                    .collect(
                                                                            Collectors.joining(
                                                                                    ", "))))));
        }

        String address() {
            return AUDIT + "?kind=" + word;
        }
    }

    private static List<Choice> choices(Optional<Shown> shown) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(new Link(AUDIT, "All"), shown.isEmpty() ? "true" : null));
        for (Shown one : Shown.values()) {
            choices.add(
                    new Choice(
                            new Link(one.address(), one.label),
                            shown.filter(one::equals).isPresent() ? "true" : null));
        }
        return choices;
    }

    /// The readers who did something, and those to whom something was done.
    private static Set<ReaderId> named(List<Entry> entries) {
        Set<ReaderId> named = new HashSet<>();
        for (Entry entry : entries) {
            ReaderId who = entry.act().who();
            if (who != null) {
                named.add(who);
            }
            if (entry.act().subject().kind().equals("reader")) {
                named.add(new ReaderId(entry.act().subject().id()));
            }
        }
        return named;
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
                        List.of(),
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
                act.note().isEmpty()
                        ? moments.at(act.at())
                        : "%s: %s".formatted(moments.at(act.at()), act.note()));
    }

    private Row privateRow(Entry entry, Map<ReaderId, Reader> known) {
        var act = entry.act();
        return new Row(
                doer(act, known) + " " + act.action(),
                act.subject().kind().equals("reader")
                        ? reader(new ReaderId(act.subject().id()), known)
                        : subject(entry),
                "%s%s%s"
                        .formatted(
                                moments.at(act.at()),
                                act.from().isEmpty() ? "" : ", from " + act.from(),
                                act.note().isEmpty() ? "" : ": " + act.note()));
    }

    /// A reader without an account is the one of a house on one machine, or left.
    private static String doer(AuditLog.Act act, Map<ReaderId, Reader> known) {
        ReaderId who = act.who();
        if (who != null) {
            Reader reader = known.get(who);
            return reader == null ? who.value() : "@" + reader.name();
        }
        return act.kind() == Kind.OPERATOR ? "The operator" : "Somebody";
    }

    private static Link reader(ReaderId id, Map<ReaderId, Reader> known) {
        Reader reader = known.get(id);
        return reader == null
                ? new Link("", "reader " + id)
                : new Link(Addresses.reader(reader.name()), "@" + reader.name());
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
                                path
                                        + (path.contains("?") ? "&" : "?")
                                        + "before="
                                        + entries.getLast().number(),
                                "What was before"));
    }
}
