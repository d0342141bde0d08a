package org.broadsheet.server.sources.arxiv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Version;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;

/// An entry of the Atom API. Its facts stand for the day of its latest version. Of the versions it
/// tells the number and day of the one it is about, so a first one is stated and later ones are
/// not: those before would be lost.
///
/// @param place where in the answer, for an entry without an id
record ApiEntry(Element entry, String source, String place, Instant now) {
    private static final Pattern ID = Pattern.compile("^https?://[^/]+/abs/(.+?)(?:v(\\d{1,4}))?$");

    Reading read() {
        try {
            return statement();
        } catch (IllegalArgumentException e) {
            return new Reading.SetAside(
                    new Reject(
                            source,
                            entry.text("id").orElse(place),
                            String.valueOf(e.getMessage()),
                            entry.raw(),
                            now));
        }
    }

    private Statement statement() {
        Matcher id = ID.matcher(required("id"));
        if (!id.matches()) {
            throw new IllegalArgumentException(
                    "its id is \"%s\"; accepted is http://arxiv.org/abs/2308.16898v1"
                            .formatted(SafeXml.line(required("id"))));
        }
        PaperId paperId = PaperId.of(id.group(1));
        LocalDate published = ArxivDays.past("published", required("published"), now);
        LocalDate updated =
                ArxivDays.past("updated", entry.text("updated").orElse(required("published")), now);
        String comment = entry.text("comment").orElse("");
        String summary = entry.text("summary").orElse("");
        Paper paper =
                Paper.of(paperId, required("title"), new Origin(SourceName.ARXIV_API, updated))
                        .abstractText(summary)
                        .authors(
                                entry.all("author")
                                        .flatMap(author -> author.text("name").stream())
                                        .toList())
                        .categories(categories())
                        .published(published)
                        .versions(
                                "1".equals(id.group(2))
                                        ? List.of(new Version(1, published))
                                        : List.of())
                        .reference(
                                new Reference(
                                        entry.text("doi").orElse(""),
                                        entry.text("journal_ref").orElse(""),
                                        comment))
                        .withdrawn(Withdrawal.reason(comment, summary))
                        .build();
        return new Statement(new Naming.Exact(paperId), paper, List.of(), List.of());
    }

    /// The primary one first, as in arXiv's other formats.
    private List<String> categories() {
        return Stream.concat(entry.all("primary_category"), entry.all("category"))
                .map(category -> category.attribute("term"))
                .filter(term -> term.matches("[a-z-]+(?:\\.[A-Za-z-]+)?"))
                .distinct()
                .toList();
    }

    private String required(String name) {
        return entry.text(name)
                .orElseThrow(() -> new IllegalArgumentException("it has no " + name));
    }
}
