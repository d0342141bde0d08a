package org.broadsheet.embedding.onnx;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/// This is BERT's uncased tokenizer: text to the numbers of the pieces in the model's vocabulary
/// (Devlin et al. 2019; pieces by longest match first, Wu et al. 2016). Safe for many threads.
///
/// It equals Hugging Face's tokenizer with one intended difference: text is only text, so `[SEP]`
/// in an abstract is a bracket, a word and a bracket, and never the mark that ends the input. It
/// reads no further than the numbers it returns, so a text of any length costs the same.
final class WordPieces {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        unknown = mark("[UNK]");
        start = mark("[CLS]");
        end = mark("[SEP]");
    }

    private int mark(String name) {
        Integer number = vocabulary.get(name);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary has no " + name);
        }
        return number;
    }

    /// The numbers of the text's pieces between the marks of start and end.
    ///
    /// @param most how many numbers at most, the two marks included
    int[] of(String text, int most) {
        Numbers numbers = new Numbers(most);
        numbers.add(start);
        int from = 0;
        while (from < text.length() && numbers.count < most - 1) {
            int to = endOfChunk(text, from);
            if (to > from) {
                addWords(normalized(text.substring(from, to)), numbers, most - 1);
            }
            from = to + 1;
        }
        numbers.count = Math.min(numbers.count, most - 1);
        numbers.add(end);
        return numbers.toArray();
    }

    /// Where the next white space is; white space is one UTF-16 unit wide in all of Unicode.
    private static int endOfChunk(String text, int from) {
        int to = from;
        while (to < text.length() && !isSpace(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /// Without what cannot be seen, without accents, in lower case letter by letter (so that a
    /// Greek sigma has one form), with blanks around each Chinese character.
    private static String normalized(String chunk) {
        StringBuilder spaced = new StringBuilder(chunk.length());
        chunk.codePoints()
                .filter(c -> !isInvisible(c))
                .forEach(c -> {
                    if (isChinese(c)) {
                        spaced.append(' ').appendCodePoint(c).append(' ');
                    } else {
                        spaced.appendCodePoint(c);
                    }
                });
        StringBuilder bare = new StringBuilder(spaced.length());
        Normalizer.normalize(spaced, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(Character::toLowerCase)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private void addWords(String text, Numbers numbers, int most) {
        int wordStart = 0;
        int at = 0;
        while (at < text.length() && numbers.count < most) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            boolean isMark = isPunctuation(character);
            if (isMark || character == ' ') {
                addPieces(text.substring(wordStart, at), numbers);
                if (isMark) {
                    addPieces(text.substring(at, next), numbers);
                }
                wordStart = next;
            }
            at = next;
        }
        if (at == text.length()) {
            addPieces(text.substring(wordStart), numbers);
        }
    }

    /// The word as its longest known beginning, then the longest known piece of the rest, and so
    /// on; as one unknown when some rest begins with nothing known.
    private void addPieces(String word, Numbers numbers) {
        int before = numbers.count;
        int from = 0;
        while (from < word.length()) {
            int to = isTooLong(word) ? from : endOfPiece(word, from);
            if (to == from) {
                numbers.count = before;
                numbers.add(unknown);
                return;
            }
            numbers.add(vocabulary.getOrDefault(piece(word, from, to), unknown));
            from = to;
        }
    }

    private int endOfPiece(String word, int from) {
        int to = word.length();
        while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
    }

    private static boolean isTooLong(String word) {
        return word.length() > LONGEST_WORD && word.codePointCount(0, word.length()) > LONGEST_WORD;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE ->
                    true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c != 0x7F && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    /// The blocks of Chinese characters that BERT sets apart; kana and hangul are words.
    private static boolean isChinese(int c) {
        return c >= 0x3400 && c <= 0x4DBF
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x20000 && c <= 0x2A6DF
                || c >= 0x2A700 && c <= 0x2B81F
                || c >= 0x2B920 && c <= 0x2CEAF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }

    /// A growing list of numbers.
    private static final class Numbers {
        private int[] values;
        private int count;

        Numbers(int expected) {
            values = new int[expected];
        }

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, count);
        }
    }
}
