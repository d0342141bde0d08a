package org.broadsheet.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final Map<String, Integer> VOCABULARY =
            Map.ofEntries(
                    Map.entry("[UNK]", 0),
                    Map.entry("[CLS]", 1),
                    Map.entry("[SEP]", 2),
                    Map.entry("learn", 3),
                    Map.entry("##ing", 4),
                    Map.entry("##s", 5),
                    Map.entry(",", 6),
                    Map.entry("é", 7),
                    Map.entry("e", 8),
                    Map.entry("神", 9),
                    Map.entry("[", 10),
                    Map.entry("]", 11));

    private final WordPieces words = new WordPieces(VOCABULARY);

    @Test
    void wordsFallIntoTheirLongestPieces() {
        assertThat(pieces("Learning, learns")).containsExactly(1, 3, 4, 6, 3, 5, 2);
    }

    @Test
    void aWordWithAnUnknownRestIsOneUnknown() {
        assertThat(pieces("learner learn")).containsExactly(1, 0, 3, 2);
    }

    @Test
    void accentsAndUnseenCharactersAreDropped() {
        assertThat(pieces("É e\u0301 le\u200Barn\u0000")).containsExactly(1, 8, 8, 3, 2);
    }

    @Test
    void chineseCharactersAreWords() {
        assertThat(pieces("神神learn")).containsExactly(1, 9, 9, 3, 2);
    }

    @Test
    void marksOfTheModelInATextAreOnlyText() {
        assertThat(pieces("[learn]")).containsExactly(1, 10, 3, 11, 2);
        assertThat(pieces("[SEP]")).containsExactly(1, 10, 0, 11, 2);
    }

    @Test
    void aLongTextIsCutAndStillEnds() {
        assertThat(words.of("learning ".repeat(1000), 6)).containsExactly(1, 3, 4, 3, 4, 2);
        assertThat(words.of("learning,".repeat(1000), 5)).containsExactly(1, 3, 4, 6, 2);
        assertThat(words.of("learning", 3)).containsExactly(1, 3, 2);
    }

    @Test
    void anEmptyTextIsOnlyItsMarks() {
        assertThat(pieces("")).containsExactly(1, 2);
        assertThat(pieces(" \n\u00A0\u2003")).containsExactly(1, 2);
    }

    @Test
    void halfCharactersAreDropped() {
        assertThat(pieces("\uD800learn \uDC00")).containsExactly(1, 3, 2);
    }

    @Test
    void wordsOfMoreThanAHundredCharactersAreUnknown() {
        assertThat(pieces("learn" + "s".repeat(95))).hasSize(98);
        assertThat(pieces("learn" + "s".repeat(96))).containsExactly(1, 0, 2);
    }

    private int[] pieces(String text) {
        return words.of(text, 256);
    }
}
