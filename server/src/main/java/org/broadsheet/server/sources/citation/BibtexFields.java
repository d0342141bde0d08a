package org.broadsheet.server.sources.citation;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;

/// Reads the fields of BibTeX entries, one at a time, with the strings that were defined before. As
/// in BibTeX a string that is not defined is empty.
final class BibtexFields {
    private static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");
    private static final Pattern HEAD =
            Pattern.compile("(?s)^@\\s*([A-Za-z]+)\\s*[{(]\\s*([^,={}\"]*?)\\s*(,.*|[})])$");
    private static final String NO_KEY = "entry";

    private final BibTeXParser parser;

    BibtexFields() {
        try {
            parser = new Lenient();
        } catch (ParseException | TokenMgrException e) {
            throw new IllegalStateException("a parser of nothing has nothing to refuse", e);
        }
        MONTHS.forEach(
                month -> parser.addMacro(month.substring(0, 3).toLowerCase(Locale.ROOT), month));
    }

    /// @param key as the file has it, empty where it has none
    /// @param fields by their names in small letters
    record Fields(String key, Map<String, String> fields) {
        String get(String... names) {
            for (String name : names) {
                String value = fields.getOrDefault(name, "");
                if (!value.isBlank()) {
                    return value;
                }
            }
            return "";
        }
    }

    /// Remembers the strings that a `@string` defines.
    ///
    /// @throws IllegalArgumentException for what is none
    void define(String text) {
        for (BibTeXString string : parsed(curly(text)).getStrings().values()) {
            parser.addMacro(string.getKey().getValue(), string.getValue().toUserString());
        }
    }

    /// The fields of an entry.
    ///
    /// @throws IllegalArgumentException for what is none, saying what is wrong
    Fields of(String text) {
        Matcher head = HEAD.matcher(curly(text));
        if (!head.matches()) {
            throw new IllegalArgumentException(
                    "the entry does not begin as BibTeX does; accepted is @article{key, title = {…}, …}");
        }
        // Keys hold letters that the parser does not take, and nobody but a crossref needs them.
        String body = "@" + head.group(1) + "{" + NO_KEY + head.group(3);
        Map<String, String> fields = new LinkedHashMap<>();
        for (BibTeXEntry entry : parsed(body).getEntries().values()) {
            entry.getFields()
                    .forEach((name, value) ->
                            fields.putIfAbsent(
                                    name.getValue().toLowerCase(Locale.ROOT),
                                    value == null ? "" : value.toUserString()));
        }
        return new Fields(head.group(2), fields);
    }

    private BibTeXDatabase parsed(String text) {
        try {
            return parser.parse(new StringReader(text));
        } catch (ParseException | TokenMgrException | ObjectResolutionException e) {
            throw new IllegalArgumentException(
                    "the entry is not valid BibTeX: " + firstLine(e.getMessage()), e);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    /// Entries in round brackets, which BibTeX knows and the parser does not, in braces.
    private static String curly(String text) {
        int round = text.indexOf('(');
        int curly = text.indexOf('{');
        boolean isRound = round >= 0 && (curly < 0 || round < curly) && text.endsWith(")");
        return isRound
                ? text.substring(0, round)
                        + "{"
                        + text.substring(round + 1, text.length() - 1)
                        + "}"
                : text;
    }

    /// What is defined or cited elsewhere may be elsewhere.
    private static final class Lenient extends BibTeXParser {
        Lenient() throws ParseException, TokenMgrException {}

        @Override
        public void checkStringResolution(Key key, BibTeXString string) {}

        @Override
        public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {}
    }
}
