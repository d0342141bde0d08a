package org.broadsheet.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A query as its reader typed it, cut at blanks outside quotation marks, so that a clause can be
/// put on and taken off without touching the rest.
record QueryClauses(List<String> words) {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern CLAUSE =
            Pattern.compile("-?(?:author|cat|org|id|date|has|like):.+", Pattern.DOTALL);

    QueryClauses {
        words = List.copyOf(words);
    }

    static QueryClauses of(String query) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(query);
        while (word.find()) {
            words.add(word.group());
        }
        return new QueryClauses(words);
    }

    /// The words that are clauses, as in `cat:cs.CL`.
    List<String> clauses() {
        return words.stream().filter(word -> CLAUSE.matcher(word).matches()).toList();
    }

    boolean has(String clause) {
        return words.contains(clause);
    }

    String with(String clause) {
        return String.join(" ", words) + (words.isEmpty() ? "" : " ") + clause;
    }

    String without(String clause) {
        return String.join(" ", words.stream().filter(word -> !word.equals(clause)).toList());
    }
}
