package org.broadsheet.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a paper, always text and never a number: `2308.16898` or `cs/9809007` for arXiv,
/// else a scheme and a name as in `doi:10.1000/x.y`, `acl:P19-1001`, `openreview:abc`,
/// `local:report-7`.
///
/// [#of] accepts exactly the stored form. [#parse] accepts what people paste: links, versions,
/// `arXiv:` in front. [#candidates] also tries to mend ids that lost zeros on their way.
public record PaperId(String value) implements Comparable<PaperId> {
    public static final String ACCEPTED =
            "an arXiv id (2308.16898, cs/9809007), or doi:…, acl:…, openreview:…, local:…";

    private static final int LONGEST = 300;
    private static final List<String> SCHEMES = List.of("acl", "openreview", "doi", "local");
    private static final Pattern NEW_ARXIV =
            Pattern.compile("(\\d{2})(0[1-9]|1[0-2])\\.(\\d{4,5})");
    private static final Pattern OLD_ARXIV =
            Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[A-Z]{2})?/\\d{2}(?:0[1-9]|1[0-2])\\d{3}");
    private static final Pattern OTHER =
            Pattern.compile("(doi|acl|openreview|local):[^\\s\\p{Cntrl}<>\"?#]+");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[^\\s\\p{Cntrl}<>\"]+");
    private static final Pattern ASCII_DOI =
            Pattern.compile("10\\.\\d{4,9}/[\\x21-\\x7E&&[^<>\"?#,;]]+");
    private static final Pattern DOI_DRESS =
            Pattern.compile("(?i)^(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)");
    private static final String ARXIV_DOI = "doi:10.48550/arxiv.";
    private static final Pattern CLASS_IN_SMALL_LETTERS =
            Pattern.compile("([a-z-]+)\\.([a-z]{2})(/.*)");
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}$");
    private static final Pattern DAMAGED = Pattern.compile("(\\d{2})(0[1-9]|1[0-2])\\.(\\d{1,4})");
    private static final Pattern PREFIX =
            Pattern.compile(
                    "^(?:https?://)?(?:[a-z0-9.-]+/)?(?:papers|abs|pdf|html|format)/",
                    Pattern.CASE_INSENSITIVE);

    public PaperId {
        if (!isCanonical(value)) {
            throw new IllegalArgumentException(
                    "not a paper id: \"" + shorten(value) + "\"; accepted is " + ACCEPTED);
        }
    }

    /// The id that is written exactly so; throws `IllegalArgumentException` for anything else.
    public static PaperId of(String value) {
        return new PaperId(value);
    }

    /// The id that the text names, in whatever dress it was pasted.
    ///
    /// @throws IllegalArgumentException when the text names none, saying what is accepted
    public static PaperId parse(String text) {
        String bare = undress(text);
        if (DOI.matcher(bare).matches()) {
            return new PaperId("doi:" + bare.toLowerCase(Locale.ROOT)).leading();
        }
        if (bare.regionMatches(true, 0, "doi:", 0, 4)) {
            return new PaperId(bare.toLowerCase(Locale.ROOT)).leading();
        }
        return new PaperId(bare);
    }

    /// The id of a DOI in the letters that DOIs have; empty for other text, as for several DOIs.
    public static Optional<PaperId> ofDoi(String doi) {
        String bare = DOI_DRESS.matcher(doi.strip()).replaceFirst("");
        return bare.length() < LONGEST && ASCII_DOI.matcher(bare).matches()
                ? Optional.of(new PaperId("doi:" + bare.toLowerCase(Locale.ROOT)).leading())
                : Optional.empty();
    }

    /// The arXiv id where this is the DOI that arXiv itself gives, else this.
    public PaperId leading() {
        if (!value.startsWith(ARXIV_DOI)) {
            return this;
        }
        String id = value.substring(ARXIV_DOI.length());
        Matcher old = CLASS_IN_SMALL_LETTERS.matcher(id);
        String cased =
                old.matches()
                        ? old.group(1) + "." + old.group(2).toUpperCase(Locale.ROOT) + old.group(3)
                        : id;
        String unversioned = VERSION.matcher(cased).replaceFirst("");
        return isArxivForm(unversioned) ? new PaperId(unversioned) : this;
    }

    /// The ids that the text may mean, likeliest first: one for a sound id, several for an arXiv id
    /// that lost zeros (`2406.105` may be 2406.00105, its zeros cut in front, or 2406.10500, its
    /// zeros cut behind), none for anything else.
    public static List<PaperId> candidates(String text) {
        String bare = undress(text);
        Matcher damaged = DAMAGED.matcher(bare);
        if (!damaged.matches() || isCanonical(bare) && !isNewScheme(damaged)) {
            return readable(text);
        }
        int digits = isFiveDigits(damaged) ? 5 : 4;
        String number = damaged.group(3);
        if (number.length() >= digits) {
            return readable(text);
        }
        String month = damaged.group(1) + damaged.group(2) + ".";
        String zeros = "0".repeat(digits - number.length());
        List<PaperId> found = new ArrayList<>();
        found.add(new PaperId(month + zeros + number));
        if (!number.equals("0".repeat(number.length()))) {
            found.add(new PaperId(month + number + zeros));
        }
        return List.copyOf(found);
    }

    /// Whether arXiv gave this id.
    public boolean isArxiv() {
        return !value.contains(":");
    }

    /// Its place among the ids of one paper, of which the smallest leads: arXiv's, then those of an
    /// archive of its field, then a DOI, then one that was made from the title.
    public int rank() {
        if (isArxiv()) {
            return 0;
        }
        return 1 + SCHEMES.indexOf(scheme());
    }

    /// What stands before the colon; `arxiv` where nothing does.
    public String scheme() {
        return isArxiv() ? "arxiv" : value.substring(0, value.indexOf(':'));
    }

    @Override
    public int compareTo(PaperId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static List<PaperId> readable(String text) {
        try {
            return List.of(parse(text));
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private static String undress(String text) {
        String bare = text.strip();
        if (bare.length() > LONGEST || isNewArxivForm(bare)) {
            return bare;
        }
        bare = bare.replaceFirst("(?i)^https?://(?:dx\\.)?doi\\.org/", "doi:");
        bare = bare.replaceFirst("(?i)^arxiv:\\s*", "");
        bare = PREFIX.matcher(bare).replaceFirst("");
        bare = bare.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        bare = bare.replaceFirst("(?i)\\.pdf$", "");
        String unversioned = VERSION.matcher(bare).replaceFirst("");
        return isArxivForm(unversioned) ? unversioned : bare;
    }

    private static boolean isCanonical(String value) {
        return value.length() <= LONGEST && (isArxivForm(value) || OTHER.matcher(value).matches());
    }

    private static boolean isArxivForm(String value) {
        return isNewArxivForm(value) || OLD_ARXIV.matcher(value).matches();
    }

    private static boolean isNewArxivForm(String value) {
        Matcher id = NEW_ARXIV.matcher(value);
        return id.matches() && id.group(3).length() == (isFiveDigits(id) ? 5 : 4);
    }

    private static boolean isNewScheme(Matcher id) {
        return id.group(1) != null;
    }

    /// arXiv counts with five digits since January 2015, with four before.
    private static boolean isFiveDigits(Matcher id) {
        return Integer.parseInt(id.group(1)) >= 15;
    }

    private static String shorten(String value) {
        return value.length() <= 80 ? value : value.substring(0, 77) + "...";
    }
}
