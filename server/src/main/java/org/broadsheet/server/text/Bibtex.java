package org.broadsheet.server.text;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;

/// Writes a paper's BibTeX entry. Formulas stay as the authors wrote them; every other character
/// that TeX would act on is escaped.
public final class Bibtex {
    private Bibtex() {}

    public static String of(Paper paper) {
        Map<String, String> fields = new LinkedHashMap<>();
        // Doubled braces keep the title's capitals whatever the style does.
        fields.put("title", "{" + escaped(paper.title()) + "}");
        fields.put("author", authors(paper));
        LocalDate published = paper.published();
        if (published != null) {
            fields.put("year", Integer.toString(published.getYear()));
            fields.put("month", Integer.toString(published.getMonthValue()));
        }
        fields.put("journal", escaped(paper.reference().journal()));
        fields.put("doi", doi(paper));
        if (paper.id().isArxiv()) {
            fields.put("eprint", paper.id().value());
            fields.put("archivePrefix", "arXiv");
            fields.put("primaryClass", arxivCategory(paper));
        }
        String type = paper.reference().journal().isEmpty() ? "misc" : "article";
        return "@" + type + "{" + key(paper) + ",\n" + lines(fields) + "\n}";
    }

    /// The paper's first category if arXiv gave it; ours begin with a capital letter.
    private static String arxivCategory(Paper paper) {
        return paper.categories().stream()
                .findFirst()
                .filter(category -> category.matches("[a-z-]+(\\.[A-Za-z-]+)?"))
                .orElse("");
    }

    private static String lines(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> "  %s = {%s}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n"));
    }

    private static String authors(Paper paper) {
        return paper.authors().stream()
                .map(Author::name)
                .map(Bibtex::name)
                .collect(Collectors.joining(" and "));
    }

    /// BibTeX splits names at `and` and at commas; a name that has either stands in braces.
    private static String name(String name) {
        String text = escaped(name);
        return text.contains(",") || text.matches("(?i).*\\band\\b.*") ? "{" + text + "}" : text;
    }

    private static String doi(Paper paper) {
        String value = paper.id().value();
        String doi = value.startsWith("doi:") ? value.substring(4) : paper.reference().doi();
        return escaped(doi);
    }

    private static String key(Paper paper) {
        String author =
                paper.authors().isEmpty() ? "" : last(paper.authors().getFirst().name().split(" "));
        LocalDate published = paper.published();
        String year = published == null ? "" : Integer.toString(published.getYear());
        String word = paper.title().replaceAll("^(?:(?i)an?|the|on)\\s+", "").split("[\\s:,-]+")[0];
        String key = ascii(author) + year + ascii(word);
        return key.isEmpty() ? paper.id().value().replaceAll("[^A-Za-z0-9:.-]", "-") : key;
    }

    private static String last(String[] words) {
        return words[words.length - 1];
    }

    private static String ascii(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Formulas.Formula formula : Formulas.in(text)) {
            if (isBalanced(formula.latex())) {
                out.append(plain(text.substring(done, formula.start())));
                out.append(text, formula.start(), formula.end());
                done = formula.end();
            }
        }
        return out.append(plain(text.substring(done))).toString();
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        PlainTex.readable(text).chars().forEach(c -> out.append(sign((char) c)));
        return out.toString();
    }

    private static String sign(char c) {
        return switch (c) {
            case '&', '%', '#', '_', '$' -> "\\" + c;
            case '{' -> "\\textbraceleft{}";
            case '}' -> "\\textbraceright{}";
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            default -> Character.toString(c);
        };
    }

    private static boolean isBalanced(String latex) {
        int open = 0;
        for (int i = 0; i < latex.length(); i++) {
            switch (latex.charAt(i)) {
                case '\\' -> i++;
                case '{' -> open++;
                case '}' -> open--;
                default -> {}
            }
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }
}
