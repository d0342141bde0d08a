package org.broadsheet.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final ModelFile SMALL = OnnxEmbedder.TOKENIZER;
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2025-11-07T00:00:00Z"));

    @TempDir private Path folder;

    @Test
    void aMissingFileIsLaidOutInAFolderThatIsMade() throws IOException {
        Path file = SMALL.in(folder.resolve("deep/models"));
        try (var content = SMALL.open()) {
            assertThat(file).hasBinaryContent(content.readAllBytes());
        }
    }

    @Test
    void aWholeFileIsLeftAsItIs() throws IOException {
        Path file = SMALL.in(folder);
        Files.setLastModifiedTime(file, LONG_AGO);
        assertThat(SMALL.in(folder)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void aDamagedFileIsLaidOutAgain() throws IOException {
        Path file = SMALL.in(folder);
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(file, damaged);
        assertThat(SMALL.in(folder)).hasBinaryContent(whole);
        Files.write(file, new byte[0]);
        assertThat(SMALL.in(folder)).hasBinaryContent(whole);
    }

    @Test
    void nothingIsLeftBesideTheFile() {
        SMALL.in(folder);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aJarWithOtherContentIsRefused() {
        var changed = new ModelFile(SMALL.resource(), "0".repeat(64));
        assertThatThrownBy(() -> changed.in(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(SMALL.sha256())
                .hasMessageContaining("expected");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingJarIsNamed() {
        var absent = new ModelFile("/no-such-model.onnx", "0".repeat(64));
        assertThatThrownBy(() -> absent.in(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/no-such-model.onnx is not on the class path");
    }
}
