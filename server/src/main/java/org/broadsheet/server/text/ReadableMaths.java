package org.broadsheet.server.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// This is a reader of LaTeX formulas that writes them in Unicode, as a person would in a mail: `W
/// = K Q^\top` is `W = KQᵀ`, `\frac{a+b}{c}` is `(a+b)/c`. Pages show it where no script typesets;
/// page titles, mail and Markdown show it always. What it does not know it leaves readable: the
/// name of a command without its backslash. It takes any text and never fails.
public final class ReadableMaths {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 4_000;
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "left",
                    "right",
                    "big",
                    "Big",
                    "bigg",
                    "Bigg",
                    "bigl",
                    "bigr",
                    "Bigl",
                    "Bigr",
                    "displaystyle",
                    "textstyle",
                    "scriptstyle",
                    "limits",
                    "nolimits",
                    "rm",
                    "bf",
                    "it",
                    "cal",
                    "tt",
                    "em",
                    "middle");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "arccos", "arcsin", "arctan", "arg", "argmax", "argmin", "cos", "cosh", "cot",
                    "deg", "det", "dim", "exp", "gcd", "inf", "ker", "lim", "liminf", "limsup",
                    "ln", "log", "max", "min", "mod", "sin", "sinh", "sup", "tan", "tanh", "Pr");
    private static final Set<String> SPACES =
            Set.of("quad", "qquad", "space", "enspace", "thinspace");
    private static final Set<String> WITH_NAME = Set.of("begin", "end", "label", "tag", "color");
    private static final Map<String, String> ACCENTS =
            Map.ofEntries(
                    Map.entry("hat", "\u0302"),
                    Map.entry("widehat", "\u0302"),
                    Map.entry("tilde", "\u0303"),
                    Map.entry("widetilde", "\u0303"),
                    Map.entry("bar", "\u0304"),
                    Map.entry("overline", "\u0304"),
                    Map.entry("vec", "\u20D7"),
                    Map.entry("dot", "\u0307"),
                    Map.entry("ddot", "\u0308"),
                    Map.entry("check", "\u030C"),
                    Map.entry("breve", "\u0306"));
    private static final Pattern COMPOUND = Pattern.compile(".*[\\s+−=×·/<>≤≥,].*", Pattern.DOTALL);

    private final String latex;
    private final int depth;
    private int at;

    private ReadableMaths(String latex, int depth) {
        this.latex = latex;
        this.depth = depth;
    }

    /// The formula, given without the dollars around it, in one line of Unicode.
    public static String of(String latex) {
        if (latex.length() > LONGEST) {
            return latex;
        }
        String read = read(latex, 0);
        return Normalizer.normalize(read, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
    }

    private static String read(String latex, int depth) {
        return depth > DEEPEST ? latex : new ReadableMaths(latex, depth).all();
    }

    private String all() {
        StringBuilder out = new StringBuilder();
        while (at < latex.length()) {
            out.append(next(out));
        }
        return out.toString();
    }

    private String next(StringBuilder before) {
        char c = latex.charAt(at);
        return switch (c) {
            case '\\' -> command();
            case '^' -> raised();
            case '_' -> lowered();
            case '{' -> argument();
            case '}' -> skip("");
            case '&', '~', '\n', '\t', '\r' -> skip(" ");
            case '-' -> skip("−");
            case '\'' -> skip("′");
            case ' ' -> skip(before.isEmpty() ? "" : " ");
            default -> one();
        };
    }

    private String skip(String instead) {
        at++;
        return instead;
    }

    private String one() {
        int c = latex.codePointAt(at);
        at += Character.charCount(c);
        return Character.toString(c);
    }

    private String command() {
        at++;
        if (at >= latex.length()) {
            return "";
        }
        if (!Character.isLetter(latex.charAt(at))) {
            return punctuation();
        }
        int start = at;
        while (at < latex.length() && isAscii(latex.charAt(at))) {
            at++;
        }
        if (at == start) {
            return one();
        }
        return named(latex.substring(start, at));
    }

    private String punctuation() {
        char c = latex.charAt(at);
        return switch (c) {
            case ',', ';', ':', '>', ' ', '\\' -> skip(" ");
            case '!', '/' -> skip("");
            case '|' -> skip("‖");
            default -> one();
        };
    }

    private String named(String name) {
        if (LEFT_OUT.contains(name)) {
            return withoutSpace("");
        }
        if (SPACES.contains(name)) {
            return withoutSpace(" ");
        }
        if (WITH_NAME.contains(name)) {
            argument();
            return " ";
        }
        String accent = ACCENTS.get(name);
        return accent == null ? symbol(name) : accented(accent);
    }

    private String symbol(String name) {
        return switch (name) {
            case "frac", "dfrac", "tfrac", "nicefrac" ->
                    apart(inParts(argument()) + "/" + inParts(argument()));
            case "binom" -> "(" + argument() + " choose " + argument() + ")";
            case "sqrt" -> root();
            case "mathbb", "mathds", "Bbb" -> Symbols.doubleStruck(argument());
            case "mathcal", "mathscr" -> Symbols.script(argument());
            case "not" -> argument() + "\u0338";
            default -> plain(name);
        };
    }

    private String plain(String name) {
        Optional<String> known = Symbols.of(name);
        if (known.isPresent()) {
            return Character.isLetter(known.get().codePointAt(0))
                    ? withoutSpace(known.get())
                    : known.get();
        }
        if (FUNCTIONS.contains(name)) {
            withoutSpace("");
            boolean apart = at < latex.length() && "^_({[".indexOf(latex.charAt(at)) < 0;
            return apart ? name + " " : name;
        }
        // \mathrm{x}, \text{x}, \operatorname{x}, \mathbf{x}, \emph{x}, and what nobody knows
        return at < latex.length() && latex.charAt(at) == '{' ? argument() : withoutSpace(name);
    }

    private String withoutSpace(String text) {
        while (at < latex.length() && latex.charAt(at) == ' ') {
            at++;
        }
        return text;
    }

    /// A fraction keeps its distance from what it multiplies: `1/2 x`, not `1/2x`.
    private String apart(String fraction) {
        boolean isFactor =
                at < latex.length()
                        && (Character.isLetterOrDigit(latex.charAt(at))
                                || "\\({".indexOf(latex.charAt(at)) >= 0);
        return isFactor ? fraction + " " : fraction;
    }

    private String accented(String accent) {
        String base = argument();
        if (base.codePointCount(0, base.length()) != 1) {
            return base;
        }
        return base + accent;
    }

    private String root() {
        String degree = "";
        if (at < latex.length() && latex.charAt(at) == '[') {
            int end = latex.indexOf(']', at);
            if (end > 0) {
                degree = latex.substring(at + 1, end);
                at = end + 1;
            }
        }
        return Symbols.raised(degree).orElse("") + "√" + inParts(argument());
    }

    private String raised() {
        at++;
        String what = argument();
        if (what.equals("∘")) {
            return "°";
        }
        return Symbols.raised(what).orElseGet(() -> "^" + inParts(what));
    }

    private String lowered() {
        at++;
        String what = argument();
        return Symbols.lowered(what).orElseGet(() -> "_" + inParts(what));
    }

    /// What the next command, letter or group in braces says.
    private String argument() {
        withoutSpace("");
        if (at >= latex.length()) {
            return "";
        }
        if (latex.charAt(at) != '{') {
            return latex.charAt(at) == '\\' && depth < DEEPEST ? nested() : one().replace('-', '−');
        }
        int start = at + 1;
        int open = 0;
        for (; at < latex.length(); at++) {
            switch (latex.charAt(at)) {
                case '\\' -> at++;
                case '{' -> open++;
                case '}' -> open--;
                default -> {}
            }
            if (open == 0) {
                break;
            }
        }
        int end = Math.min(at, latex.length());
        at = Math.min(at + 1, latex.length());
        return read(latex.substring(start, end), depth + 1).strip();
    }

    /// A command as an argument, as in `\frac\alpha2`.
    private String nested() {
        ReadableMaths inner = new ReadableMaths(latex, depth + 1);
        inner.at = at;
        String text = inner.command();
        at = inner.at;
        return text.strip();
    }

    private static String inParts(String text) {
        return COMPOUND.matcher(text).matches() ? "(" + text + ")" : text;
    }

    private static boolean isAscii(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
