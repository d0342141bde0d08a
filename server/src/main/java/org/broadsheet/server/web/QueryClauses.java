package org.broadsheet.server.web;

import java.util.List;
import org.broadsheet.search.Clause;
import org.broadsheet.search.Query;
import org.broadsheet.search.QueryParser;

/// A query whose clauses can be put on and taken off one by one, as chips and facets do.
///
/// @param text as it was typed
record QueryClauses(String text, Query query) {
    /// A text that cannot be read has no clauses.
    static QueryClauses of(String text) {
        try {
            return new QueryClauses(text, QueryParser.parse(text));
        } catch (IllegalArgumentException _) {
            return new QueryClauses(text, new Query(List.of()));
        }
    }

    /// The clauses that narrow or liken, other than words.
    List<Clause> taken() {
        return query.clauses().stream().filter(QueryClauses::isTaken).toList();
    }

    boolean has(String clause) {
        return query.clauses().stream().anyMatch(one -> one.text().equals(clause));
    }

    String with(String clause) {
        return text + " " + clause;
    }

    String without(String clause) {
        return new Query(
                        query.clauses().stream().filter(one -> !one.text().equals(clause)).toList())
                .text();
    }

    private static boolean isTaken(Clause clause) {
        return switch (clause) {
            case Clause.Word _, Clause.Phrase _, Clause.Prose _, Clause.Named _, Clause.Not _ ->
                    false;
            case Clause.AuthorNamed _,
                    Clause.InCategory _,
                    Clause.FromOrganisation _,
                    Clause.WithKeyword _,
                    Clause.Among _,
                    Clause.Published _,
                    Clause.Has _,
                    Clause.Like _ ->
                    true;
        };
    }
}
