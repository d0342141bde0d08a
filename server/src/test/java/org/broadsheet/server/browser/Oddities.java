package org.broadsheet.server.browser;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.paper.Version;
import org.broadsheet.server.trial.coin.Coin;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Statement;
import org.broadsheet.storage.Storage;

/// Papers whose every field carries what no page may act on or break at, in an edition of their
/// own, and so many plain ones that the wire has two pages.
final class Oddities {
    static final LocalDate DAY = LocalDate.of(2025, 10, 31);
    static final int CROWD = 664;
    static final PaperId MATHS = PaperId.of("2312.00001");

    /// Sets this word in the page's window if a browser takes it for anything but text.
    static final String SPRUNG = "__sprung";

    private static final int PLAIN = 70;
    private static final Origin ORIGIN = new Origin(SourceName.HOSTED_DAILY, DAY);
    private static final Instant EVENING = Instant.parse("2025-10-31T20:00:00Z");

    /// What is put into every field of a paper, by the paper's id.
    static final Map<PaperId, String> TRAPS =
            Map.of(
                    PaperId.of("2510.90001"),
                    "<script>window.__sprung='script'</script>",
                    PaperId.of("2510.90002"),
                    "\"><img src=x onerror=\"window.__sprung='image'\"> '><svg onload=window.__sprung='svg'>",
                    PaperId.of("2510.90003"),
                    "</title></textarea></style></pre></script><script>window.__sprung='end'</script>",
                    PaperId.of("2510.90004"),
                    "$\\href{javascript:window.__sprung='maths'}{x}$ $</span><img src=x onerror=window.__sprung='sum'>$"
                            + " $$\\includegraphics{http://192.0.2.1/x.png} \\htmlData{x=1}{y}$$",
                    PaperId.of("2510.90005"),
                    "\" hx-get=\"/papers\" hx-trigger=\"load\" hx-on::load=\"window.__sprung='htmx'\" x=\"",
                    PaperId.of("2510.90006"),
                    "javascript:window.__sprung='link' {{constructor.constructor('window.__sprung=1')()}} ${7*7} %0d%0a",
                    PaperId.of("2510.90007"),
                    "\u202Eright\u2066 to\nleft שלום \u0000\u0007\r\nعالم 👩‍👩‍👧‍👦 🏳️‍🌈 \uD83D a\u0301\u0301\u0301\u0301",
                    PaperId.of("2510.90008"),
                    "W".repeat(300),
                    PaperId.of("doi:10.1000/'&;(x)+%3c"),
                    "<b>&lt;&amp;&#60;script&#62;</b><!-- <plaintext> ]]>");

    private Oddities() {}

    static Kept keepIn(Storage storage) {
        List<Statement> told = new ArrayList<>();
        TRAPS.forEach((id, trap) -> told.add(trapped(id, trap)));
        told.add(maths());
        told.add(coin());
        IntStream.range(0, PLAIN).mapToObj(Oddities::plain).forEach(told::add);
        return new Intake(storage).keep(told);
    }

    private static Statement trapped(PaperId id, String trap) {
        Paper paper =
                Paper.of(id, "Trapped title " + trap, ORIGIN)
                        .authors(authors(trap))
                        .abstractText(trap + " in the abstract.\n\n" + trap)
                        .summary(new Summary(trap, trap, Summary.Writer.MODEL))
                        .published(LocalDate.of(2025, 10, 30))
                        .versions(List.of(new Version(1, DAY)))
                        .categories(List.of(trap, "cs.LG"))
                        .keywords(List.of(trap, "trapped"))
                        .organisations(List.of(new Organisation(trap, trap)))
                        .link(
                                new Link(
                                        Link.Kind.CODE,
                                        "https://192.0.2.1/'onclick='alert(1)'/"
                                                + id.value().hashCode()))
                        .reference(new Reference(trap, trap, trap))
                        .build();
        return new Statement(
                new Naming.Exact(id),
                paper,
                List.of(new Submission(id, DAY, EVENING, trap, trap)),
                List.of(new Tally(id, Tally.Kind.VOTES, trap, 3, EVENING)));
    }

    /// One of the papers has the longest list of authors that was seen.
    private static List<String> authors(String trap) {
        int count = trap.startsWith("<script>") ? CROWD : 3;
        return IntStream.rangeClosed(1, count).mapToObj(n -> "Author No" + n + " " + trap).toList();
    }

    private static Statement maths() {
        Paper paper =
                Paper.of(MATHS, "Attention where $W=KQ^\\top$", ORIGIN)
                        .abstractText(
                                "For $x \\in \\mathbb{R}^d$ we show $$f(x) = \\frac{1}{2}x^2$$ at a cost"
                                        + " of $5 or $10.")
                        .published(LocalDate.of(2023, 12, 1))
                        .build();
        return new Statement(new Naming.Exact(MATHS), paper, List.of(), List.of());
    }

    /// The paper that a stranger's reproduction runs.
    private static Statement coin() {
        Paper paper =
                Paper.of(Coin.PAPER, "On the fairness of coins", ORIGIN)
                        .authors(List.of("Ada Example"))
                        .published(LocalDate.of(2020, 1, 1))
                        .categories(List.of("stat.AP"))
                        .build();
        return new Statement(new Naming.Exact(Coin.PAPER), paper, List.of(), List.of());
    }

    private static Statement plain(int number) {
        PaperId id = PaperId.of("2401.%05d".formatted(80_000 + number));
        Paper paper =
                Paper.of(id, "Plain paper number " + number, ORIGIN)
                        .authors(List.of("Ada Example"))
                        .published(LocalDate.of(2024, 1, 1).plusDays(number))
                        .categories(List.of("cs.CL"))
                        .build();
        return new Statement(new Naming.Exact(id), paper, List.of(), List.of());
    }
}
