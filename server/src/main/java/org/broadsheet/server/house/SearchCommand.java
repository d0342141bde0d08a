package org.broadsheet.server.house;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.Explanation;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Results;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.text.Span;

/// `search`: what a query finds, for the terminal.
public final class SearchCommand implements OwnerCommand<SearchCommand.Arguments> {
    private final House house;

    /// @param style how the answer is written
    public record Arguments(String query, int limit, Style style) {}

    public enum Style {
        /// Plain text, found words between asterisks.
        PLAIN,
        /// Found words in bold.
        TERMINAL,
        /// One JSON object a line.
        JSON
    }

    /// A hit as a line of JSON.
    record Found(int rank, String id, String title, double score, Explanation explanation) {}

    public SearchCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        Results results;
        try {
            results = house.search().find(arguments.query(), 0, arguments.limit());
        } catch (IllegalArgumentException e) {
            telling.error(String.valueOf(e.getMessage()));
            return 2;
        }
        int rank = 0;
        for (Hit hit : results.hits()) {
            rank++;
            telling.line(
                    arguments.style() == Style.JSON
                            ? json(rank, hit)
                            : text(rank, hit, arguments.style()));
        }
        if (arguments.style() != Style.JSON) {
            telling.line(closing(results));
        }
        return 0;
    }

    private static String json(int rank, Hit hit) {
        return Telling.json(
                new Found(
                        rank,
                        hit.paper().id().value(),
                        hit.paper().title(),
                        hit.explanation().score(),
                        hit.explanation()));
    }

    static String text(int rank, Hit hit, Style style) {
        Paper paper = hit.paper();
        String why =
                hit.explanation().parts().stream()
                        .map(part ->
                                "%s no. %d (%s)".formatted(part.list(), part.rank(), part.reason()))
                        .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%3d  %s%n     %s · %s%s · %.4f%n     %s%n     %s%n",
                rank,
                marked(hit.title(), style),
                paper.id(),
                authors(paper),
                paper.published() == null ? "" : " · " + paper.published(),
                hit.explanation().score(),
                marked(hit.snippet(), style),
                why);
    }

    private static String authors(Paper paper) {
        return switch (paper.authors().size()) {
            case 0 -> "authors not known";
            case 1 -> paper.authors().getFirst().name();
            default ->
                    paper.authors().getFirst().name()
                            + " and "
                            + (paper.authors().size() - 1)
                            + " more";
        };
    }

    /// As a page without a script shows it: a terminal typesets no LaTeX.
    private static String marked(List<Hit.Piece> pieces, Style style) {
        StringBuilder text = new StringBuilder();
        for (Span span : RichText.of(pieces).spans()) {
            switch (span.mark()) {
                case PLAIN -> text.append(span.readable());
                case FOUND ->
                        text.append(style == Style.TERMINAL ? "\u001B[1m" : "*")
                                .append(span.readable())
                                .append(style == Style.TERMINAL ? "\u001B[0m" : "*");
            }
        }
        return text.toString();
    }

    private static String closing(Results results) {
        String ways =
                switch (results.byMeaning()) {
                    case TOOK_PART -> "words and meaning";
                    case LEFT_OUT -> "words";
                };
        return "%,d of %,d papers, by %s%s"
                .formatted(
                        results.hits().size(),
                        results.total(),
                        ways,
                        results.didYouMean()
                                .map(other -> "; did you mean " + other + "?")
                                .orElse(""));
    }
}
