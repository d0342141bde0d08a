package org.broadsheet.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.discussion.Comment;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.paper.Version;
import org.broadsheet.reader.ReaderId;

/// Papers, readers and moments that tests share. All of them are invented.
public final class Fixtures {
    public static final Instant NOW = Instant.parse("2025-11-07T12:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2025, 11, 7);
    public static final Origin ARXIV = new Origin(SourceName.ARXIV_SNAPSHOT, TODAY);
    public static final Origin HOSTED = new Origin(SourceName.HOSTED_DAILY, TODAY);
    public static final ReaderId ADA = new ReaderId("ada");
    public static final ReaderId EMMY = new ReaderId("emmy");

    /// Text with what breaks careless programs: LaTeX, HTML, quotes, emoji, right-to-left and
    /// combining letters, SQL.
    public static final String WILD =
            "$\\mathcal{O}(n^2)$ <b onclick=\"x()\">&amp; 'quoted' \"twice\"</b> \\alpha_{i} 100%"
                    + " 👩‍🔬🧪 שלום عالم Nießner Łukasz é 王伟 '); drop table paper; --";

    private Fixtures() {}

    /// The n-th of a row of ids that sort like their numbers, 0 to 99,999.
    public static PaperId id(int n) {
        return PaperId.of("2511.%05d".formatted(n));
    }

    /// A paper with a title only, stated by arXiv.
    public static PaperBuilder titled(PaperId id, String title) {
        return Paper.of(id, title, ARXIV);
    }

    /// The n-th paper: title, abstract, two authors, a category, published n days before today.
    public static Paper paper(int n) {
        return titled(id(n), "On the number " + n)
                .abstractText("We count to " + n + " and report what we saw on the way.")
                .authors(List.of("Ada Counter " + n, "Emmy Shared"))
                .categories(List.of("cs.LG"))
                .published(TODAY.minusDays(n))
                .build();
    }

    /// Papers 0 to count - 1, latest published first.
    public static List<Paper> papers(int count) {
        return IntStream.range(0, count).mapToObj(Fixtures::paper).toList();
    }

    /// A paper with every fact stated, by two sources, in [#WILD] text.
    public static Paper everything() {
        PaperId id = PaperId.of("doi:10.1000/x.y(z)");
        Paper told =
                titled(id, "Everything " + WILD)
                        .abstractText(WILD + "\n\nA second paragraph.")
                        .authors(List.of("Matthias Nießner", "王伟", "O'Brien, Jr.", "👩‍🔬"))
                        .published(LocalDate.of(1995, 2, 28))
                        .versions(
                                List.of(
                                        new Version(1, LocalDate.of(1995, 2, 28)),
                                        new Version(2, LocalDate.of(1996, 2, 29))))
                        .categories(List.of("cs.LG", "math.AG", WILD))
                        .reference(new Reference("10.1000/x.y(z)", "J. of " + WILD, WILD))
                        .withdrawn("Withdrawn " + WILD)
                        .build();
        Paper more =
                Paper.of(id, "Less trusted", HOSTED)
                        .summary(new Summary(WILD, "One sentence.", Summary.Writer.MODEL))
                        .link(new Link(Link.Kind.CODE, "https://example.org/a?b=c&d=%20"))
                        .link(new Link(Link.Kind.PROJECT, "http://example.org/"))
                        .keywords(List.of("nonlinear heads", WILD))
                        .organisations(List.of(new Organisation("a-lab", "A Lab " + WILD)))
                        .build();
        return told.merge(more);
    }

    /// The moment so many minutes after [#NOW].
    public static Instant minute(int n) {
        return NOW.plusSeconds(60L * n);
    }

    /// The n-th of a row of ids that sort like their numbers.
    public static CommentId commentId(int n) {
        return new CommentId("%020d".formatted(n));
    }

    /// The n-th comment, on a paper, written in the n-th minute.
    public static Comment comment(int n, int paper, ReaderId author) {
        return Comment.of(
                commentId(n), id(paper), Optional.empty(), author, minute(n), "Comment " + n);
    }

    /// The same, in answer to another.
    public static Comment reply(int n, int paper, ReaderId author, int answered) {
        return Comment.of(
                commentId(n),
                id(paper),
                Optional.of(commentId(answered)),
                author,
                minute(n),
                "Comment " + n);
    }
}
