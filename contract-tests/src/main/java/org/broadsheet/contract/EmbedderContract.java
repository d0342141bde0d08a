package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.search.Embedder;
import org.junit.jupiter.api.Test;

/// What every embedder must do.
public interface EmbedderContract {
    /// How near two vectors of one text are, whatever stands beside it in the batch.
    double SAME = 0.99;

    String FACES = "A small network learns to draw faces from a few photographs.";
    String FACES_TOO = "Photographs of faces, and a network that learns to draw them.";
    String WHEAT = "The price of wheat fell in the north because the summer was wet.";

    /// A new embedder, ready for use; the test closes it.
    Embedder open();

    @Test
    default void theModelHasANameAndItsVectorsADimension() {
        try (Embedder embedder = open()) {
            assertThat(embedder.model()).isNotBlank().isEqualTo(embedder.model());
            assertThat(embedder.embedQuery(FACES)).hasSize(embedder.dimensions());
            assertThat(embedder.embed(List.of(FACES)).getFirst()).hasSize(embedder.dimensions());
        }
    }

    @Test
    default void everyVectorHasLengthOneWhateverTheText() {
        try (Embedder embedder = open()) {
            List<String> texts = awkwardTexts();
            List<float[]> vectors = embedder.embed(texts);
            assertThat(vectors).hasSameSizeAs(texts);
            for (int i = 0; i < texts.size(); i++) {
                String start = texts.get(i).substring(0, Math.min(20, texts.get(i).length()));
                assertThat(length(vectors.get(i))).as(start).isEqualTo(1, within(1e-4));
                assertThat(length(embedder.embedQuery(texts.get(i))))
                        .as(start)
                        .isEqualTo(1, within(1e-4));
            }
        }
    }

    @Test
    default void vectorsComeInTheOrderOfTheTexts() {
        try (Embedder embedder = open()) {
            List<String> texts = textsOfManyLengths();
            List<float[]> together = embedder.embed(texts);
            for (int i = 0; i < texts.size(); i++) {
                float[] alone = embedder.embed(List.of(texts.get(i))).getFirst();
                assertThat(cosine(together.get(i), alone))
                        .as(texts.get(i))
                        .isGreaterThanOrEqualTo(SAME);
            }
        }
    }

    @Test
    default void theSameTextHasTheSameVectorInAnyBatch() {
        try (Embedder embedder = open()) {
            float[] alone = embedder.embed(List.of(FACES)).getFirst();
            float[] besideLong = embedder.embed(List.of(FACES, (WHEAT + " ").repeat(60))).get(0);
            float[] amongMany = embedder.embed(repeated(FACES, 20)).get(13);
            assertThat(cosine(alone, besideLong)).isGreaterThanOrEqualTo(SAME);
            assertThat(cosine(alone, amongMany)).isGreaterThanOrEqualTo(SAME);
        }
    }

    @Test
    default void noTextsHaveNoVectors() {
        try (Embedder embedder = open()) {
            assertThat(embedder.embed(List.of())).isEmpty();
        }
    }

    @Test
    default void textsOfOneMeaningAreNearerThanTextsOfTwo() {
        try (Embedder embedder = open()) {
            List<float[]> vectors = embedder.embed(List.of(FACES, FACES_TOO, WHEAT));
            assertThat(cosine(vectors.get(0), vectors.get(1)))
                    .isGreaterThan(cosine(vectors.get(0), vectors.get(2)))
                    .isGreaterThan(cosine(vectors.get(1), vectors.get(2)));
        }
    }

    @Test
    default void aQueryIsNearestToTheTextThatAnswersIt() {
        try (Embedder embedder = open()) {
            float[] query = embedder.embedQuery("draw faces");
            List<float[]> vectors = embedder.embed(List.of(WHEAT, FACES));
            assertThat(cosine(query, vectors.get(1))).isGreaterThan(cosine(query, vectors.get(0)));
        }
    }

    @Test
    default void manyThreadsGetTheVectorsThatOneGets() throws Exception {
        try (Embedder embedder = open();
                var threads = Executors.newFixedThreadPool(8)) {
            List<String> texts = textsOfManyLengths().subList(0, 5);
            List<float[]> expected = embedder.embed(texts);
            List<float[]> expectedOfQueries = texts.stream().map(embedder::embedQuery).toList();
            List<Future<List<float[]>>> found = new ArrayList<>();
            List<Future<List<float[]>>> foundOfQueries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                found.add(threads.submit(() -> embedder.embed(texts)));
                foundOfQueries.add(
                        threads.submit(() -> texts.stream().map(embedder::embedQuery).toList()));
            }
            for (int i = 0; i < 4; i++) {
                assertSame(found.get(i).get(), expected);
                assertSame(foundOfQueries.get(i).get(), expectedOfQueries);
            }
        }
    }

    @Test
    default void useAfterCloseFailsAndSaysWhy() {
        Embedder embedder = open();
        embedder.embedQuery(FACES);
        embedder.close();
        assertThatThrownBy(() -> embedder.embedQuery(FACES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> embedder.embed(List.of(FACES)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    default void closingTwiceDoesNothingMore() {
        Embedder embedder = open();
        embedder.close();
        embedder.close();
        assertThat(embedder.model()).isNotBlank();
    }

    private static List<String> awkwardTexts() {
        return List.of(
                "",
                " \t\n ",
                FACES,
                "\uD800 half a character",
                "half a character \uDC00\uD83D",
                "\u0000\u0001\u001B[31m\u007F",
                "\u202E\u200B\uFEFF",
                "😀 🧠",
                "شبكة عصبية ترسم الوجوه",
                "神经网络画脸",
                "$\\mathcal{O}(n \\log n)$ <script>alert(1)</script>",
                "[CLS] [SEP] [PAD]",
                "x".repeat(1_000_000),
                "word ".repeat(200_000),
                "e\u0301\u0327".repeat(10_000));
    }

    private static List<String> textsOfManyLengths() {
        List<String> texts = new ArrayList<>();
        for (int length : List.of(40, 1, 7, 120, 2, 90, 3, 15, 60, 4, 30)) {
            texts.add(length + " times: " + (length % 2 == 0 ? FACES : WHEAT).repeat(length));
        }
        return texts;
    }

    private static List<String> repeated(String text, int times) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            texts.add(i == 13 ? text : text + " " + i);
        }
        return texts;
    }

    private static void assertSame(List<float[]> found, List<float[]> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(cosine(found.get(i), expected.get(i))).isGreaterThanOrEqualTo(SAME);
        }
    }

    private static double length(float[] vector) {
        return Math.sqrt(cosine(vector, vector));
    }

    /// The cosine of vectors of length 1.
    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
