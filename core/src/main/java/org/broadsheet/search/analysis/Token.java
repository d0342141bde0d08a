package org.broadsheet.search.analysis;

/// A word of a text and where it stands.
///
/// @param word the word in lower case without accents
/// @param term the word reduced to its stem: what is compared
/// @param position its place, from 0; words too common to be kept leave a hole
/// @param start the place of its first character in the text
/// @param end the place after its last character
/// @param shape whether it is a compound taken whole, which stands at the place of its last part
public record Token(String word, String term, int position, int start, int end, Shape shape) {
    public enum Shape {
        SINGLE,
        WHOLE_COMPOUND
    }

    /// The same token further on.
    Token moved(int positions) {
        return new Token(word, term, position + positions, start, end, shape);
    }
}
