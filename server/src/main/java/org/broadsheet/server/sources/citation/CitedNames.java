package org.broadsheet.server.sources.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.paper.Text;
import org.broadsheet.server.text.Accents;

/// Turns names around: `Noether, Emmy` and `Noether, Jr., Emmy` are Emmy Noether and Emmy Noether
/// Jr.
public final class CitedNames {
    private static final Pattern SUFFIX =
            Pattern.compile("(?i)(?:jr|sr|i{2,3}|iv|v|ph\\.?\\s?d|m\\.?d)\\.?");
    private static final Pattern OTHERS =
            Pattern.compile("(?i)(?:and\\s+)?(?:others|et\\.?\\s+al\\.?)");

    private CitedNames() {}

    /// A name as a reader writes it, empty for "others".
    static String turned(String cited) {
        String bare = Text.oneLine(cited);
        if (OTHERS.matcher(bare).matches()) {
            return "";
        }
        if (bare.startsWith("{") && bare.endsWith("}") && isOneGroup(bare)) {
            // Braces around all of it: a group's name, to be left as it is.
            return Accents.inName(bare.substring(1, bare.length() - 1));
        }
        List<String> parts = Texts.split(bare, ',');
        String turned =
                switch (parts.size()) {
                    case 0 -> "";
                    case 1 -> parts.getFirst();
                    case 2 ->
                            SUFFIX.matcher(parts.get(1)).matches()
                                    ? parts.get(0) + " " + parts.get(1)
                                    : parts.get(1) + " " + parts.get(0);
                    default -> threeParts(parts);
                };
        return Text.oneLine(Accents.inName(turned));
    }

    /// BibTeX puts the suffix in the middle, RIS at the end.
    private static String threeParts(List<String> parts) {
        String last = parts.get(0);
        String middle = parts.get(1);
        String rest = parts.stream().skip(2).collect(Collectors.joining(" "));
        return SUFFIX.matcher(rest).matches()
                ? middle + " " + last + " " + rest
                : rest + " " + last + " " + middle;
    }

    /// The names of BibTeX's list: joined by `and` outside of braces.
    static List<String> ofBibtex(String list) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        int depth = 0;
        for (String word : Texts.words(list)) {
            if (depth == 0 && word.toLowerCase(Locale.ROOT).equals("and")) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(name.isEmpty() ? "" : " ").append(word);
                depth += Texts.depth(word);
            }
        }
        names.add(name.toString());
        return names.stream().map(CitedNames::turned).filter(one -> !one.isEmpty()).toList();
    }

    /// The names of one cell: parted by semicolons, bars or `and`, else by commas where they cannot
    /// stand between last and first name.
    public static List<String> ofCell(String cell) {
        String text = Text.oneLine(cell.replace('\n', ';').replace('|', ';'));
        if (text.indexOf(';') < 0 && !text.matches("(?i).*\\s(?:and|&)\\s.*")) {
            return ofCommas(text);
        }
        List<String> names = new ArrayList<>();
        for (String part : Texts.split(text, ';')) {
            for (String name : part.split("(?i),?\\s+(?:and|&)\\s+")) {
                names.addAll(text.indexOf(';') < 0 ? ofCommas(name) : List.of(turned(name)));
            }
        }
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    private static List<String> ofCommas(String text) {
        List<String> parts = Texts.split(text, ',');
        boolean isList =
                parts.size() > 1
                        && parts.stream()
                                .allMatch(part ->
                                        part.indexOf(' ') > 0 || SUFFIX.matcher(part).matches());
        Stream<String> names = isList ? parts.stream() : Stream.of(text);
        return names.map(CitedNames::turned).filter(name -> !name.isEmpty()).toList();
    }

    private static boolean isOneGroup(String text) {
        int depth = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
