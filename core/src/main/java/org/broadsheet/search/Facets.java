package org.broadsheet.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.broadsheet.paper.Paper;
import org.broadsheet.search.Results.Facet;

/// Counts by which results can be narrowed, each under its clause in the query language.
public final class Facets {
    /// The fields, in the order in which they are shown.
    public static final List<String> FIELDS = List.of("year", "cat", "has");

    private static final int MOST_VALUES = 20;

    private Facets() {}

    /// The clauses under which the paper is counted, as in `date:2024`, `cat:cs.LG`, `has:code`.
    public static List<String> clauses(Paper paper, Set<Feature> features) {
        Stream<String> year =
                paper.published() == null
                        ? Stream.empty()
                        : Stream.of("date:%04d".formatted(paper.published().getYear()));
        return Stream.of(
                        year,
                        paper.categories().stream().map(category -> "cat:" + category),
                        features.stream().map(feature -> "has:" + feature.word()))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /// How many of the papers are counted under each clause.
    static Map<String, Long> counts(List<Paper> papers, Function<Paper, Set<Feature>> features) {
        Map<String, Long> counts = new HashMap<>();
        for (Paper paper : papers) {
            clauses(paper, features.apply(paper))
                    .forEach(clause -> counts.merge(clause, 1L, Long::sum));
        }
        return counts;
    }

    /// The facets for counts by clause; a field without any count is left out.
    public static List<Facet> of(Map<String, Long> countsByClause) {
        return FIELDS.stream()
                .map(field -> new Facet(field, values(field, countsByClause)))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    private static List<Facet.Value> values(String field, Map<String, Long> counts) {
        String start = (field.equals("year") ? "date" : field) + ":";
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start) && entry.getValue() > 0)
                .map(entry ->
                        new Facet.Value(
                                entry.getKey().substring(start.length()),
                                entry.getKey(),
                                entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Facet.Value::count)
                                .reversed()
                                .thenComparing(Facet.Value::label))
                .limit(MOST_VALUES)
                .toList();
    }
}
