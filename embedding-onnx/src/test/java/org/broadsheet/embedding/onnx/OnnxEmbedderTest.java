package org.broadsheet.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.broadsheet.contract.EmbedderContract;
import org.broadsheet.search.Embedder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest implements EmbedderContract {
    @TempDir private static Path folder;

    @Override
    public Embedder open() {
        return new OnnxEmbedder(OnnxOptions.in(folder));
    }

    @Test
    void nothingIsLoadedBeforeTheFirstUse(@TempDir Path fresh) throws IOException {
        try (var embedder = new OnnxEmbedder(OnnxOptions.in(fresh.resolve("models")))) {
            assertThat(embedder.model()).isEqualTo("bge-small-en-v1.5-q-cut256");
            assertThat(fresh).isEmptyDirectory();
            embedder.warmUp();
            assertThat(fresh.resolve("models")).isDirectoryContaining(Files::isRegularFile);
        }
    }

    @Test
    void wordsWithoutCommonLettersCanBeNear() {
        try (Embedder embedder = open()) {
            List<float[]> vectors = embedder.embed(List.of("automobile", "car", "cat"));
            assertThat(dot(vectors.get(0), vectors.get(1)))
                    .isGreaterThan(dot(vectors.get(2), vectors.get(1)));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path fresh) throws IOException {
        Path file = Files.createFile(fresh.resolve("file"));
        try (var embedder = new OnnxEmbedder(OnnxOptions.in(file))) {
            Assertions.assertThatThrownBy(embedder::warmUp)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
