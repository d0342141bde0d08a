package org.broadsheet.search.analysis;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// What becomes of single characters and LaTeX commands: accents go, Greek letters get their names,
/// formatting disappears.
final class Letters {
    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon",
        "phi", "chi", "psi", "omega",
    };
    private static final Set<String> FORMATTING =
            Set.of(
                    "mathrm",
                    "mathbf",
                    "mathcal",
                    "mathbb",
                    "mathsf",
                    "mathit",
                    "mathfrak",
                    "mathscr",
                    "mathtt",
                    "boldsymbol",
                    "bm",
                    "text",
                    "textbf",
                    "textit",
                    "textrm",
                    "textsc",
                    "texttt",
                    "textsf",
                    "emph",
                    "operatorname",
                    "left",
                    "right",
                    "big",
                    "bigl",
                    "bigr",
                    "hat",
                    "bar",
                    "tilde",
                    "vec",
                    "widehat",
                    "widetilde",
                    "overline",
                    "underline",
                    "frac",
                    "sqrt",
                    "cite",
                    "ref",
                    "label",
                    "url",
                    "href",
                    "footnote",
                    "begin",
                    "end",
                    "it",
                    "bf",
                    "em",
                    "rm",
                    "tt",
                    "sc",
                    "cdot",
                    "ldots",
                    "dots",
                    "quad",
                    "displaystyle",
                    "nolimits",
                    "limits",
                    "mbox",
                    "hbox");

    /// The folded form of each ASCII character, 0 for one that is no part of a word.
    private static final char[] ASCII = new char[128];

    static {
        for (char character = 0; character < ASCII.length; character++) {
            boolean isWord = Character.isLetterOrDigit(character);
            ASCII[character] = isWord ? Character.toLowerCase(character) : 0;
        }
    }

    private Letters() {}

    /// What [#folded] is for a character below 128, 0 for one that is no part of a word.
    static char foldedAscii(char character) {
        return ASCII[character];
    }

    /// The lower-case letters and digits, accents off, that stand for a character; empty for one
    /// that is no part of a word.
    static String folded(int character) {
        if (character < ASCII.length) {
            return ASCII[character] == 0 ? "" : String.valueOf(ASCII[character]);
        }
        return switch (character) {
            case 'ß', 'ẞ' -> "ss";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'đ', 'Đ', 'ð', 'Ð' -> "d";
            case 'þ', 'Þ' -> "th";
            case 'ı' -> "i";
            default -> decomposed(character);
        };
    }

    private static String decomposed(int character) {
        String parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder();
        parts.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /// Whether it changes the letter before it and is none itself.
    static boolean mark(int character) {
        return character >= 0x300
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    /// The name of a Greek letter that stands alone, else the word itself.
    static String greekByName(String word) {
        char only = word.charAt(0);
        return word.length() == 1 && only >= 'α' && only <= 'ω' ? GREEK[only - 'α'] : word;
    }

    /// The word for a LaTeX command (without its backslash); empty for formatting.
    static String command(String name) {
        if (FORMATTING.contains(name)) {
            return "";
        }
        String plain = name.toLowerCase(Locale.ROOT);
        if (plain.equals("circ")) {
            return "degree";
        }
        return plain.startsWith("var") && plain.length() > 4 ? plain.substring(3) : plain;
    }

    /// The letters of a LaTeX command that stands inside words, as in `Erd\H{o}s` or `S\o{}ren`;
    /// empty for every other command.
    static String letterCommand(String name) {
        return switch (name) {
            case "o", "O" -> "o";
            case "l", "L" -> "l";
            case "ss" -> "ss";
            case "ae", "AE" -> "ae";
            case "oe", "OE" -> "oe";
            case "aa", "AA" -> "a";
            case "i" -> "i";
            case "j" -> "j";
            default -> "";
        };
    }

    /// Whether the LaTeX command `\name` puts an accent on the letter that follows it.
    static boolean accentSign(char name) {
        return "'`^\"~=.".indexOf(name) >= 0;
    }

    static boolean accentLetter(String name) {
        return name.length() == 1 && "cvuHkrdb".contains(name);
    }
}
