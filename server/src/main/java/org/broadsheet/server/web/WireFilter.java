package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.broadsheet.edition.Period;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;
import org.broadsheet.server.web.page.Addresses;
import org.jspecify.annotations.Nullable;

/// What of the wire is asked for; every part may be left open.
///
/// @param category empty for all
/// @param source a source that states something of the paper
/// @param from the earliest day of the first version
/// @param to the latest
/// @param has `code` and `run`, those of them that are asked for
/// @param edition whether only papers are asked for that were in no edition yet
/// @param words all of which stand in the title or the abstract, in whatever form
record WireFilter(
        String category,
        @Nullable SourceName source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        SortedSet<String> has,
        Editions edition,
        String words) {
    static final String CODE = "code";
    static final String RUN = "run";

    private static final int LONGEST_CATEGORY = 40;
    private static final int LONGEST_WORDS = 100;
    private static final Set<String> KINDS = Set.of(CODE, RUN);

    enum Editions {
        ANY,
        NONE
    }

    static WireFilter of(HttpServletRequest request) {
        LocalDate from = day("from", request);
        LocalDate to = day("to", request);
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadAddress(
                    "from=%s lies after to=%s; accepted is a first day and a last day"
                            .formatted(from, to));
        }
        return new WireFilter(
                category(text("cat", request)),
                source(text("source", request)),
                from,
                to,
                has(request),
                edition(text("edition", request)),
                words(text("words", request)));
    }

    boolean isOpen() {
        return equals(new WireFilter("", null, null, null, new TreeSet<>(), Editions.ANY, ""));
    }

    /// Whether the paper is asked for, as far as its own facts tell.
    boolean takes(Paper paper) {
        return (source == null || states(paper, source))
                && (!has.contains(CODE) || paper.link(Link.Kind.CODE).isPresent())
                && hasWords(paper);
    }

    private static boolean states(Paper paper, SourceName source) {
        return paper.origins().values().stream().anyMatch(origin -> origin.source() == source);
    }

    private boolean hasWords(Paper paper) {
        if (words.isEmpty()) {
            return true;
        }
        Set<String> asked = terms(words);
        Set<String> found = new HashSet<>();
        Analysis.occurrences(asked, paper.title() + " . " + paper.leadText())
                .forEach(token -> found.add(token.term()));
        return found.containsAll(asked);
    }

    private static Set<String> terms(String words) {
        Set<String> terms = new LinkedHashSet<>();
        for (Token token : Analysis.tokens(words)) {
            if (token.shape() == Token.Shape.SINGLE) {
                terms.add(token.term());
            }
        }
        return terms;
    }

    boolean isBefore(@Nullable LocalDate published) {
        return from != null && (published == null || published.isBefore(from));
    }

    /// The address of a page of what is asked for.
    String address(Optional<PaperId> after) {
        List<String> parts = new ArrayList<>();
        add("cat", category, parts);
        add("words", words, parts);
        add("source", source == null ? "" : parameter(source), parts);
        add("from", from == null ? "" : from.toString(), parts);
        add("to", to == null ? "" : to.toString(), parts);
        has.forEach(kind -> add("has", kind, parts));
        add("edition", edition == Editions.NONE ? "none" : "", parts);
        after.ifPresent(id -> add("cursor", id.value(), parts));
        return parts.isEmpty() ? "/wire" : "/wire?" + String.join("&", parts);
    }

    private static void add(String name, String value, List<String> parts) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + Addresses.inQuery(value));
        }
    }

    /// As in `arxiv-oai`.
    static String parameter(SourceName source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(String name, HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private static String category(String text) {
        if (text.length() > LONGEST_CATEGORY || !text.matches("[A-Za-z0-9.-]*")) {
            throw new BadAddress(
                    "not a category: \"%s\"; accepted is one such as cs.CL or stat.ML"
                            .formatted(shown(text)));
        }
        return text;
    }

    private static @Nullable SourceName source(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return Arrays.stream(SourceName.values())
                .filter(source -> parameter(source).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new BadAddress(
                                "not a source: \"%s\"; accepted is one of %s"
                                        .formatted(
                                                shown(text),
                                                String.join(
                                                        ", ",
                                                        Arrays.stream(SourceName.values())
                                                                .map(WireFilter::parameter)
                                                                .toList()))));
    }

    private static @Nullable LocalDate day(String name, HttpServletRequest request) {
        String text = text(name, request);
        return text.isEmpty() ? null : BadAddress.unless(() -> Period.day(text)).day();
    }

    private static SortedSet<String> has(HttpServletRequest request) {
        SortedSet<String> has = new TreeSet<>();
        String[] values = request.getParameterValues("has");
        for (String value : values == null ? new String[0] : values) {
            if (!value.isEmpty() && !KINDS.contains(value)) {
                throw new BadAddress(
                        "not something to have: \"%s\"; accepted for has is code or run"
                                .formatted(shown(value)));
            }
            if (!value.isEmpty()) {
                has.add(value);
            }
        }
        return has;
    }

    private static Editions edition(String text) {
        return switch (text) {
            case "", "any" -> Editions.ANY;
            case "none" -> Editions.NONE;
            default ->
                    throw new BadAddress(
                            "not an edition: \"%s\"; accepted is none, for papers in no edition"
                                    .formatted(shown(text)));
        };
    }

    private static String words(String text) {
        if (text.length() > LONGEST_WORDS) {
            throw new BadAddress(
                    "too many words: %d letters; accepted are %d, as in words=diffusion models"
                            .formatted(text.length(), LONGEST_WORDS));
        }
        return text;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
