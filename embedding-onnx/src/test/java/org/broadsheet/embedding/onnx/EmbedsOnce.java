package org.broadsheet.embedding.onnx;

import java.nio.file.Path;

/// Embeds one query in the folder that its first word names; its other words only make the command
/// line long.
final class EmbedsOnce {
    private EmbedsOnce() {}

    public static void main(String[] words) {
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxOptions.in(Path.of(words[0])))) {
            System.out.println(embedder.embedQuery("heads").length);
        }
    }
}
