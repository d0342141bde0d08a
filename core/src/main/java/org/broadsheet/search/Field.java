package org.broadsheet.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.paper.PaperId;

/// The fields of the query language: what stands before a colon.
enum Field {
    AUTHOR("author:\"Ada Lovelace\" or author:lovelace", Clause.AuthorNamed::new),
    CAT("cat:cs or cat:cs.LG", Clause.InCategory::new),
    ORG("org:\"University of Ulm\"", Clause.FromOrganisation::new),
    ID("id:2308.16898, several with commas", Field::ids),
    DATE(DateRange.ACCEPTED, DateRange::parse),
    HAS("has:" + features(), Field::has),
    LIKE("like:2008.02217", value -> new Clause.Like(paper("like", value))),
    KEYWORD("keyword:\"associative memory\"", Clause.WithKeyword::new);

    /// What people write for them; everything else that is near is found by [#slip].
    private static final Map<String, Field> ALIKE =
            Map.ofEntries(
                    Map.entry("writer", AUTHOR),
                    Map.entry("by", AUTHOR),
                    Map.entry("au", AUTHOR),
                    Map.entry("category", CAT),
                    Map.entry("categories", CAT),
                    Map.entry("cats", CAT),
                    Map.entry("organisation", ORG),
                    Map.entry("organization", ORG),
                    Map.entry("orgs", ORG),
                    Map.entry("ids", ID),
                    Map.entry("year", DATE),
                    Map.entry("dates", DATE),
                    Map.entry("published", DATE),
                    Map.entry("similar", LIKE),
                    Map.entry("with", HAS),
                    Map.entry("kw", KEYWORD));

    private final String accepted;
    private final Function<String, Clause> reader;

    Field(String accepted, Function<String, Clause> reader) {
        this.accepted = accepted;
        this.reader = reader;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> named(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /// @throws IllegalArgumentException naming the value and what is accepted
    Clause clause(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing stands after %s: (no blank may); accepted is %s"
                            .formatted(word(), accepted));
        }
        if (value.indexOf('"') >= 0) {
            throw new IllegalArgumentException(
                    "a quotation mark stands inside %s:%s; accepted is %s"
                            .formatted(word(), QueryParser.shown(value), accepted));
        }
        return reader.apply(value);
    }

    /// The reason to refuse a word that was most likely meant to be a field.
    static Optional<String> nearMiss(String word, String value) {
        if (value.isEmpty() || value.startsWith("//")) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALIKE.get(lower))
                .or(() -> Arrays.stream(values()).filter(field -> field.slip(lower)).findFirst())
                .map(field ->
                        "there is no field %s:, did you mean %s:? Accepted is %s"
                                .formatted(word, field.word(), field.accepted));
    }

    /// Whether the word is this field's with one slip of the finger. Short names are too near to
    /// real words (`data:`) to be taken for a slip when a letter differs.
    private boolean slip(String typed) {
        String word = word();
        int most = EditDistance.of(typed, word);
        return most == 1 && (word.length() > 4 || word.length() == 4 && sameLetters(typed, word));
    }

    private static boolean sameLetters(String one, String other) {
        return one.length() == other.length()
                && Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }

    private static Clause ids(String value) {
        List<PaperId> ids =
                Arrays.stream(value.split("[,;\\s]+"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> paper("id", part))
                        .toList();
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(
                    "no id stands in id:" + value + "; accepted is " + PaperId.ACCEPTED);
        }
        return new Clause.Among(ids);
    }

    private static PaperId paper(String field, String text) {
        List<PaperId> candidates = PaperId.candidates(text);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s:%s names no paper; accepted is %s"
                            .formatted(field, QueryParser.shown(text), PaperId.ACCEPTED));
        }
        return candidates.getFirst();
    }

    private static Clause has(String value) {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.word().equalsIgnoreCase(value))
                .findFirst()
                .map(Clause.Has::new)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "has:%s is not known; accepted is has:%s"
                                        .formatted(QueryParser.shown(value), features())));
    }

    private static String features() {
        return Arrays.stream(Feature.values())
                .map(Feature::word)
                .collect(Collectors.joining(", has:"));
    }
}
