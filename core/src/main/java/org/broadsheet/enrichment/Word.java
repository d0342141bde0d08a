package org.broadsheet.enrichment;

/// A word of a text, and what stands between it and the word before.
///
/// @param stem what is compared
/// @param start the place of its first character in the text
/// @param end the place after its last character
record Word(String surface, String stem, Gap gap, int start, int end) {
    /// What stands before a word.
    enum Gap {
        BLANK,
        /// The word is part of a compound.
        HYPHEN,
        /// A parenthesis opens, as before the short form of a name.
        OPENS,
        /// Punctuation or a formula: no phrase reaches over it.
        BREAK
    }

    boolean isCompounded() {
        return gap == Gap.HYPHEN;
    }

    boolean isApart() {
        return gap == Gap.BREAK || gap == Gap.OPENS;
    }

    /// A name rather than a word: capitals beyond the first letter, or a digit in it.
    boolean isNamed() {
        for (int i = 1; i < surface.length(); i++) {
            char letter = surface.charAt(i);
            if (Character.isUpperCase(letter) || Character.isDigit(letter)) {
                return true;
            }
        }
        return false;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(surface.charAt(0));
    }
}
