package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.paper.PaperId;

/// What a reader asked for, clause by clause in the order written. Its [#text] read again by
/// [QueryParser] is the same query.
public record Query(List<Clause> clauses) {
    public Query {
        clauses = List.copyOf(clauses);
    }

    /// The query in the query language.
    public String text() {
        return clauses.stream().map(Clause::text).collect(Collectors.joining(" "));
    }

    /// The clauses of this kind.
    public <T extends Clause> List<T> all(Class<T> kind) {
        return clauses.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The words that rank, each on its own; prose is taken apart.
    public List<String> words() {
        return clauses.stream()
                .flatMap(clause ->
                        switch (clause) {
                            case Clause.Word word -> Stream.of(word.text());
                            case Clause.Prose prose -> Stream.of(prose.text().split(" "));
                            default -> Stream.empty();
                        })
                .toList();
    }

    /// Whether any clause can be found in a paper's text, and so is scored.
    public boolean hasWords() {
        return !words().isEmpty() || !all(Clause.Phrase.class).isEmpty();
    }

    /// What a vector can be made of: the words and phrases as written.
    public Optional<String> meaning() {
        String text =
                Stream.concat(
                                all(Clause.Phrase.class).stream().map(Clause.Phrase::words),
                                words().stream())
                        .collect(Collectors.joining(" "));
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /// This query with one more clause.
    public Query and(Clause clause) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(clause);
        return new Query(more);
    }

    /// This query without the clauses of this kind.
    public Query without(Class<? extends Clause> kind) {
        return new Query(clauses.stream().filter(clause -> !kind.isInstance(clause)).toList());
    }

    /// The same, narrowed to these papers.
    public Query among(List<PaperId> ids) {
        return and(new Clause.Among(ids));
    }
}
