package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;

/// What of a paper is searched by words, the same for every index: its texts in a row, the title
/// [#TITLE_WEIGHT] times. BM25 over that row is BM25F with these weights (S. Robertson, H.
/// Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", 2004). Names of
/// authors stand apart, so that hundreds of them do not make a paper long.
public final class IndexedText {
    /// See docs/decisions/0003 for the measurement.
    public static final int TITLE_WEIGHT = 2;

    /// What an author's name counts for beside the same word in a text.
    public static final float AUTHOR_WEIGHT = 0.7f;

    /// Between two texts lie more places than a phrase can span.
    public static final int GAP = 100;

    private IndexedText() {}

    /// How many of the query's words a paper must have to be found by words: two, or one when the
    /// query has fewer than four.
    public static int needed(int words) {
        return words < 4 ? 1 : 2;
    }

    /// A word at a place.
    public record Place(String term, int position) {}

    /// The terms of all texts, by position.
    public static List<Place> words(Paper paper) {
        Row row = new Row();
        List<Token> title = Analysis.tokens(paper.title());
        for (int i = 0; i < TITLE_WEIGHT; i++) {
            row.add(title);
        }
        row.add(Analysis.tokens(paper.abstractText()));
        if (paper.summary() != null) {
            row.add(Analysis.tokens(paper.summary().text()));
        }
        paper.keywords().forEach(keyword -> row.add(Analysis.tokens(keyword)));
        row.add(Analysis.tokens(paper.id().value()));
        return row.places;
    }

    /// The parts of all authors' names.
    public static List<Place> authors(Paper paper) {
        return names(paper.authors().stream().map(Author::name));
    }

    /// The parts of all organisations' names and of their keys.
    public static List<Place> organisations(Paper paper) {
        return names(
                paper.organisations().stream()
                        .flatMap((Organisation one) -> Stream.of(one.name(), one.key())));
    }

    /// The parts of a name, as [#authors] has them.
    public static List<String> nameParts(String name) {
        return List.of(AuthorKey.of(name).value().split("-"));
    }

    /// The unstemmed words of title, authors and keywords, for completion and spelling.
    public static List<String> vocabulary(Paper paper) {
        Stream<String> texts = Stream.concat(Stream.of(paper.title()), paper.keywords().stream());
        Stream<String> words =
                texts.flatMap(text -> Analysis.tokens(text).stream()).map(Token::word);
        Stream<String> names = authors(paper).stream().map(Place::term);
        return Stream.concat(words, names).filter(word -> !word.isEmpty()).distinct().toList();
    }

    /// The categories and those above them, in lower case: `cs.LG` is `cs.lg` and `cs`.
    public static List<String> categories(Paper paper) {
        return paper.categories().stream()
                .map(category -> category.toLowerCase(Locale.ROOT))
                .flatMap(category ->
                        category.contains(".")
                                ? Stream.of(category, category.substring(0, category.indexOf('.')))
                                : Stream.of(category))
                .distinct()
                .toList();
    }

    private static List<Place> names(Stream<String> names) {
        List<Place> places = new ArrayList<>();
        int[] next = {0};
        names.forEach(name -> {
            nameParts(name).forEach(part -> places.add(new Place(part, next[0]++)));
            next[0] += GAP;
        });
        return places;
    }

    private static final class Row {
        private final List<Place> places = new ArrayList<>();
        private int next;

        void add(List<Token> tokens) {
            for (Token token : tokens) {
                places.add(new Place(token.term(), next + token.position()));
            }
            next = tokens.isEmpty() ? next : next + tokens.getLast().position() + GAP;
        }
    }
}
