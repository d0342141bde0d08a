package org.broadsheet.search.analysis;

/// Takes the endings off English words, so that `networks` meets `network`: the suffix stripping of
/// M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with its steps and names.
///
/// A word of lower-case letters a to z goes in; `m` in the comments is the paper's measure, the
/// number of times that vowels are followed by consonants.
final class Stemmer {
    private static final String[][] STEP_2 = {
        {"ational", "ate"},
        {"tional", "tion"},
        {"enci", "ence"},
        {"anci", "ance"},
        {"izer", "ize"},
        {"abli", "able"},
        {"alli", "al"},
        {"entli", "ent"},
        {"eli", "e"},
        {"ousli", "ous"},
        {"ization", "ize"},
        {"ation", "ate"},
        {"ator", "ate"},
        {"alism", "al"},
        {"iveness", "ive"},
        {"fulness", "ful"},
        {"ousness", "ous"},
        {"aliti", "al"},
        {"iviti", "ive"},
        {"biliti", "ble"},
    };
    private static final String[][] STEP_3 = {
        {"icate", "ic"},
        {"ative", ""},
        {"alize", "al"},
        {"iciti", "ic"},
        {"ical", "ic"},
        {"ful", ""},
        {"ness", ""},
    };
    private static final String[][] STEP_4 = {
        {"al", ""},
        {"ance", ""},
        {"ence", ""},
        {"er", ""},
        {"ic", ""},
        {"able", ""},
        {"ible", ""},
        {"ant", ""},
        {"ement", ""},
        {"ment", ""},
        {"ent", ""},
        {"ion", ""},
        {"ou", ""},
        {"ism", ""},
        {"ate", ""},
        {"iti", ""},
        {"ous", ""},
        {"ive", ""},
        {"ize", ""},
    };

    private final StringBuilder word;

    private Stemmer(String word) {
        this.word = new StringBuilder(word);
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
        return stemmer.word.toString();
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
            if (measure(word.length() - 3) > 0) {
                cut(1);
            }
        } else if (ends("ed") && hasVowel(word.length() - 2)) {
            cut(2);
            mendStem();
        } else if (ends("ing") && hasVowel(word.length() - 3)) {
            cut(3);
            mendStem();
        }
    }

    private void mendStem() {
        int length = word.length();
        if (ends("at") || ends("bl") || ends("iz")) {
            word.append('e');
        } else if (doubleConsonant(length) && !ends("l") && !ends("s") && !ends("z")) {
            cut(1);
        } else if (measure(length) == 1 && consonantVowelConsonant(length)) {
            word.append('e');
        }
    }

    /// Step 1c.
    private void finalY() {
        if (ends("y") && hasVowel(word.length() - 1)) {
            word.setCharAt(word.length() - 1, 'i');
        }
    }

    /// Steps 2, 3 and 4: the longest suffix that fits is the only one tried, and is replaced where
    /// the measure before it is larger than `least`.
    private void replaceLongest(String[][] rules, int least) {
        String[] longest = {"", ""};
        for (String[] rule : rules) {
            if (rule[0].length() > longest[0].length() && ends(rule[0])) {
                longest = rule;
            }
        }
        int stem = word.length() - longest[0].length();
        boolean fits =
                !longest[0].equals("ion") || stem > 0 && "st".indexOf(word.charAt(stem - 1)) >= 0;
        if (!longest[0].isEmpty() && fits && measure(stem) > least) {
            word.setLength(stem);
            word.append(longest[1]);
        }
    }

    /// Step 5.
    private void finalE() {
        int stem = word.length() - 1;
        if (ends("e")) {
            int measure = measure(stem);
            if (measure > 1 || measure == 1 && !consonantVowelConsonant(stem)) {
                cut(1);
            }
        }
        if (ends("ll") && measure(word.length()) > 1) {
            cut(1);
        }
    }

    private boolean ends(String suffix) {
        int from = word.length() - suffix.length();
        if (from < 0) {
            return false;
        }
        for (int i = suffix.length() - 1; i >= 0; i--) {
            if (word.charAt(from + i) != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void cut(int letters) {
        word.setLength(word.length() - letters);
    }

    private boolean consonant(int at) {
        return switch (word.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> at == 0 || !consonant(at - 1);
            default -> true;
        };
    }

    private int measure(int length) {
        int count = 0;
        for (int i = 1; i < length; i++) {
            if (consonant(i) && !consonant(i - 1)) {
                count++;
            }
        }
        return count;
    }

    private boolean hasVowel(int length) {
        for (int i = 0; i < length; i++) {
            if (!consonant(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean doubleConsonant(int length) {
        return length > 1
                && word.charAt(length - 1) == word.charAt(length - 2)
                && consonant(length - 1);
    }

    /// The paper's `*o`: ends in consonant, vowel, consonant, and the last is not w, x or y.
    private boolean consonantVowelConsonant(int length) {
        return length > 2
                && consonant(length - 1)
                && !consonant(length - 2)
                && consonant(length - 3)
                && "wxy".indexOf(word.charAt(length - 1)) < 0;
    }
}
