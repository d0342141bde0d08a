package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Text;

/// Reads the query language of docs/search.md. Any text is either read or refused with
/// `IllegalArgumentException` that names the part and what is accepted; what merely looks like a
/// field (`http:`, `Note:`) is a word.
public final class QueryParser {
    /// From this many words on, a text was pasted rather than typed.
    static final int PROSE = 30;

    /// A phrase, a field with a value (quoted or not), or a run of anything but blanks.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<not>-?)(?:[\"“](?<phrase>[^\"”]*)[\"”]?"
                            + "|(?<field>[A-Za-z]{2,12}):(?:\"(?<quoted>[^\"]*)\"?|(?<value>\\S*))"
                            + "|(?<word>\\S+))");

    private static final Pattern BETWEEN_IDS = Pattern.compile("[\\s,;]+");

    private QueryParser() {}

    public static Query parse(String text) {
        if (text.length() > Search.LONGEST_QUERY) {
            throw new IllegalArgumentException(
                    "the query has %,d characters; at most %,d are read"
                            .formatted(text.length(), Search.LONGEST_QUERY));
        }
        return settled(Text.oneLine(text));
    }

    /// What is left out in reading (an empty phrase) can bring the rest into another form, so the
    /// query is read again until its own text says the same.
    private static Query settled(String line) {
        Query query = ids(line).or(() -> prose(line)).orElseGet(() -> new Query(clauses(line)));
        String text = query.text();
        return text.equals(line) ? query : settled(text);
    }

    /// A lone id names a paper; several ask for what is like them.
    private static Optional<Query> ids(String line) {
        if (line.isEmpty() || line.length() > 2_000) {
            return Optional.empty();
        }
        if (!PaperId.candidates(line).isEmpty()) {
            return Optional.of(new Query(List.of(new Clause.Named(line))));
        }
        List<Clause> liked = new ArrayList<>();
        for (String part : BETWEEN_IDS.split(line)) {
            List<PaperId> candidates = PaperId.candidates(part);
            if (candidates.isEmpty()) {
                return Optional.empty();
            }
            liked.add(new Clause.Like(candidates.getFirst()));
        }
        return Optional.of(new Query(liked));
    }

    /// Pasted text: fields that can be read count, everything else is taken as it stands.
    private static Optional<Query> prose(String line) {
        List<Clause> clauses = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Matcher token = TOKEN.matcher(line); token.find(); ) {
            Optional<Clause> field = readableField(token);
            field.ifPresent(clauses::add);
            if (field.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(token.group());
            }
        }
        String prose = Text.oneLine(words.toString());
        if (prose.split(" ").length < PROSE) {
            return Optional.empty();
        }
        clauses.add(new Clause.Prose(prose));
        return Optional.of(new Query(clauses));
    }

    private static Optional<Clause> readableField(Matcher token) {
        try {
            return token.group("field") == null ? Optional.empty() : field(token);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<Clause> clauses(String line) {
        List<Clause> clauses = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(line); token.find(); ) {
            clause(token).ifPresent(clauses::add);
        }
        return clauses;
    }

    private static Optional<Clause> clause(Matcher token) {
        String phrase = token.group("phrase");
        if (phrase != null) {
            String words = Text.oneLine(phrase);
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(signed(token, new Clause.Phrase(words)));
        }
        if (token.group("field") != null) {
            Optional<Clause> field = field(token);
            if (field.isPresent()) {
                return field;
            }
            Field.nearMiss(token.group("field"), value(token)).ifPresent(QueryParser::refuse);
        }
        return Optional.of(word(token.group()));
    }

    private static Clause word(String text) {
        return text.length() > 1 && text.startsWith("-") && !text.startsWith("--")
                ? new Clause.Not(new Clause.Word(text.substring(1)))
                : new Clause.Word(text);
    }

    /// The clause of a field that there is; empty for one that there is not.
    private static Optional<Clause> field(Matcher token) {
        Optional<Field> field = Field.named(token.group("field"));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        Clause clause = field.get().clause(value(token));
        if (!token.group("not").isEmpty() && clause instanceof Clause.Like) {
            throw new IllegalArgumentException(
                    token.group() + " cannot be negated; leave the hyphen out");
        }
        return Optional.of(signed(token, clause));
    }

    private static String value(Matcher token) {
        String quoted = token.group("quoted");
        return Text.oneLine(quoted != null ? quoted : token.group("value"));
    }

    private static Clause signed(Matcher token, Clause clause) {
        return token.group("not").isEmpty() ? clause : new Clause.Not(clause);
    }

    private static void refuse(String reason) {
        throw new IllegalArgumentException(reason);
    }

    static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
