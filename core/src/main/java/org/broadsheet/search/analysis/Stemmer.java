package org.broadsheet.search.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Takes the endings off English words, so that `networks` meets `network`: the suffix stripping of
/// M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with its steps and names.
///
/// A word of lower-case letters a to z goes in; `m` in the comments is the paper's measure, the
/// number of times that vowels are followed by consonants.
final class Stemmer {
    private static final List<List<Rule>> STEP_2 =
            byLastLetter(
                    new Rule("ational", "ate"),
                    new Rule("tional", "tion"),
                    new Rule("enci", "ence"),
                    new Rule("anci", "ance"),
                    new Rule("izer", "ize"),
                    new Rule("abli", "able"),
                    new Rule("alli", "al"),
                    new Rule("entli", "ent"),
                    new Rule("eli", "e"),
                    new Rule("ousli", "ous"),
                    new Rule("ization", "ize"),
                    new Rule("ation", "ate"),
                    new Rule("ator", "ate"),
                    new Rule("alism", "al"),
                    new Rule("iveness", "ive"),
                    new Rule("fulness", "ful"),
                    new Rule("ousness", "ous"),
                    new Rule("aliti", "al"),
                    new Rule("iviti", "ive"),
                    new Rule("biliti", "ble"));
    private static final List<List<Rule>> STEP_3 =
            byLastLetter(
                    new Rule("icate", "ic"),
                    new Rule("ative", ""),
                    new Rule("alize", "al"),
                    new Rule("iciti", "ic"),
                    new Rule("ical", "ic"),
                    new Rule("ful", ""),
                    new Rule("ness", ""));
    private static final List<List<Rule>> STEP_4 =
            byLastLetter(
                    new Rule("al", ""),
                    new Rule("ance", ""),
                    new Rule("ence", ""),
                    new Rule("er", ""),
                    new Rule("ic", ""),
                    new Rule("able", ""),
                    new Rule("ible", ""),
                    new Rule("ant", ""),
                    new Rule("ement", ""),
                    new Rule("ment", ""),
                    new Rule("ent", ""),
                    new Rule("ion", ""),
                    new Rule("ou", ""),
                    new Rule("ism", ""),
                    new Rule("ate", ""),
                    new Rule("iti", ""),
                    new Rule("ous", ""),
                    new Rule("ive", ""),
                    new Rule("ize", ""));

    private final char[] word;
    private int length;

    private Stemmer(String text) {
        length = text.length();
        // Letters that are put on stand where longer endings were; at most one is put on alone.
        word = new char[length + 1];
        text.getChars(0, length, word, 0);
    }

    /// A suffix and what takes its place.
    private record Rule(String suffix, String replacement) {}

    /// The rules for each last letter of their suffixes, from `a` to `z`, longest suffix first.
    private static List<List<Rule>> byLastLetter(Rule... rules) {
        List<List<Rule>> sorted = new ArrayList<>();
        for (char last = 'a'; last <= 'z'; last++) {
            String letter = String.valueOf(last);
            sorted.add(
                    Stream.of(rules)
                            .filter(rule -> rule.suffix.endsWith(letter))
                            .sorted(Comparator.comparingInt(rule -> -rule.suffix.length()))
                            .toList());
        }
        return List.copyOf(sorted);
    }

    static String stem(String word) {
        if (word.length() < 3) {
            return word;
        }
        Stemmer stemmer = new Stemmer(word);
        stemmer.plural();
        stemmer.pastAndGerund();
        stemmer.finalY();
        stemmer.replaceLongest(STEP_2, 0);
        stemmer.replaceLongest(STEP_3, 0);
        stemmer.replaceLongest(STEP_4, 1);
        stemmer.finalE();
        return new String(stemmer.word, 0, stemmer.length);
    }

    /// Step 1a.
    private void plural() {
        if (ends("sses") || ends("ies")) {
            cut(2);
        } else if (ends("s") && !ends("ss")) {
            cut(1);
        }
    }

    /// Step 1b.
    private void pastAndGerund() {
        if (ends("eed")) {
            if (measure(length - 3) > 0) {
                cut(1);
            }
        } else if (ends("ed") && hasVowel(length - 2)) {
            cut(2);
            mendStem();
        } else if (ends("ing") && hasVowel(length - 3)) {
            cut(3);
            mendStem();
        }
    }

    private void mendStem() {
        if (ends("at") || ends("bl") || ends("iz")) {
            word[length++] = 'e';
        } else if (doubleConsonant(length) && !ends("l") && !ends("s") && !ends("z")) {
            cut(1);
        } else if (measure(length) == 1 && consonantVowelConsonant(length)) {
            word[length++] = 'e';
        }
    }

    /// Step 1c.
    private void finalY() {
        if (ends("y") && hasVowel(length - 1)) {
            word[length - 1] = 'i';
        }
    }

    /// Steps 2, 3 and 4: the longest suffix that fits is the only one tried, and is replaced where
    /// the measure before it is larger than `least`.
    private void replaceLongest(List<List<Rule>> rules, int least) {
        for (Rule rule : rules.get(word[length - 1] - 'a')) {
            if (ends(rule.suffix)) {
                int stem = length - rule.suffix.length();
                if (measure(stem) > least && (!rule.suffix.equals("ion") || endsInSOrT(stem))) {
                    rule.replacement.getChars(0, rule.replacement.length(), word, stem);
                    length = stem + rule.replacement.length();
                }
                return;
            }
        }
    }

    private boolean endsInSOrT(int stem) {
        return stem > 0 && (word[stem - 1] == 's' || word[stem - 1] == 't');
    }

    /// Step 5.
    private void finalE() {
        int stem = length - 1;
        if (ends("e")) {
            int measure = measure(stem);
            if (measure > 1 || measure == 1 && !consonantVowelConsonant(stem)) {
                cut(1);
            }
        }
        if (ends("ll") && measure(length) > 1) {
            cut(1);
        }
    }

    private boolean ends(String suffix) {
        int from = length - suffix.length();
        if (from < 0) {
            return false;
        }
        for (int i = suffix.length() - 1; i >= 0; i--) {
            if (word[from + i] != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void cut(int letters) {
        length -= letters;
    }

    private boolean consonant(int at) {
        return switch (word[at]) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> at == 0 || !consonant(at - 1);
            default -> true;
        };
    }

    private int measure(int end) {
        int count = 0;
        for (int i = 1; i < end; i++) {
            if (consonant(i) && !consonant(i - 1)) {
                count++;
            }
        }
        return count;
    }

    private boolean hasVowel(int end) {
        for (int i = 0; i < end; i++) {
            if (!consonant(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean doubleConsonant(int end) {
        return end > 1 && word[end - 1] == word[end - 2] && consonant(end - 1);
    }

    /// The paper's `*o`: ends in consonant, vowel, consonant, and the last is not w, x or y.
    private boolean consonantVowelConsonant(int end) {
        return end > 2
                && consonant(end - 1)
                && !consonant(end - 2)
                && consonant(end - 3)
                && "wxy".indexOf(word[end - 1]) < 0;
    }
}
