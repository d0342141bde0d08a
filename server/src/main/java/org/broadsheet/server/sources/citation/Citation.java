package org.broadsheet.server.sources.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.paper.LocalIds;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Text;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;
import org.jspecify.annotations.Nullable;

/// Collects what one entry says, in whichever format, and makes a statement of it.
///
/// What a list says stands for the day of the paper, and not for that of the list, so that the same
/// list says the same tomorrow.
final class Citation {
    /// Titles shorter than this are shared by strangers (`Introduction`).
    private static final int TELLING_TITLE = 20;

    private static final LocalDate NO_DAY = LocalDate.EPOCH;

    private final CitedIds ids = new CitedIds();
    private final List<String> authors = new ArrayList<>();
    private final Set<String> keywords = new LinkedHashSet<>();
    private String title = "";
    private String abstractText = "";
    private String journal = "";
    private String comment = "";
    private @Nullable LocalDate published;

    CitedIds ids() {
        return ids;
    }

    Citation title(String text) {
        title = title.isEmpty() ? Text.oneLine(text) : title;
        return this;
    }

    Citation authors(List<String> names) {
        authors.addAll(names);
        return this;
    }

    Citation abstractText(String text) {
        abstractText = abstractText.isEmpty() ? text : abstractText;
        return this;
    }

    Citation keywords(String list) {
        char separator = list.indexOf(';') >= 0 ? ';' : ',';
        Texts.split(list.replace('\n', separator), separator)
                .forEach(word -> keywords.add(Text.oneLine(word)));
        return this;
    }

    Citation journal(String text) {
        journal = journal.isEmpty() ? Text.oneLine(text) : journal;
        return this;
    }

    Citation comment(String text) {
        comment = comment.isEmpty() ? Text.oneLine(text) : comment;
        return this;
    }

    Citation published(Optional<LocalDate> day) {
        if (published == null) {
            published = day.orElse(null);
        }
        return this;
    }

    /// The entry's statement.
    ///
    /// @param source who says it
    /// @param today the last day that a paper can have come out on, give or take a year of print
    /// @param otherwise makes what is set aside from the reason, for an id that stays unclear
    /// @throws IllegalArgumentException saying what is wrong with the entry
    Statement statement(SourceName source, LocalDate today, Function<String, Reject> otherwise) {
        if (title.isEmpty()) {
            throw new IllegalArgumentException("it has no title");
        }
        LocalDate day = published;
        if (day != null && day.isAfter(today.plusYears(1))) {
            throw new IllegalArgumentException(
                    "its date %s is in the future; accepted is up to a year from %s"
                            .formatted(day, today));
        }
        Naming naming = naming(otherwise);
        Set<PaperId> aliases = new LinkedHashSet<>(ids.found());
        aliases.remove(naming.likeliest());
        return new Statement(naming, paper(naming, source), List.of(), List.of(), aliases);
    }

    private Naming naming(Function<String, Reject> otherwise) {
        Optional<PaperId> leading = ids.found().stream().min(Comparator.comparing(PaperId::rank));
        if (leading.isPresent()) {
            return new Naming.Exact(leading.get());
        }
        if (!ids.unclear().isEmpty()) {
            List<String> texts = ids.unclear().stream().map(PaperId::value).toList();
            String reason =
                    "the id \"%s\" lost zeros: it may be %s, and not exactly one of them is known under this title"
                            .formatted(ids.unclearText(), String.join(" or ", texts));
            return new Naming.OneOf(ids.unclear(), otherwise.apply(reason));
        }
        if (authors.isEmpty() && Text.titleKey(title).length() >= TELLING_TITLE) {
            return new Naming.ByTitle(LocalIds.of(title));
        }
        return new Naming.Exact(LocalIds.of(title, authors.isEmpty() ? "" : authors.getFirst()));
    }

    private Paper paper(Naming naming, SourceName source) {
        Origin origin = new Origin(source, published == null ? NO_DAY : published);
        PaperBuilder paper =
                Paper.of(naming.likeliest(), title, origin)
                        .abstractText(abstractText)
                        .authors(authors)
                        .keywords(List.copyOf(keywords))
                        .reference(new Reference(ids.doi(), journal, comment));
        Optional.ofNullable(published).ifPresent(paper::published);
        return paper.build();
    }
}
