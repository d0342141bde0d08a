package org.broadsheet.embedding.onnx;

import java.nio.file.Path;

/// How the model is run.
///
/// @param folder where the model's file is laid out, as in `<home>/models`
/// @param threads how many cores one batch may use, 1 to 64
/// @param batch how many texts are embedded in one call, 1 to 64; more costs memory and gains
///   nothing (`docs/decisions/0004-embedding.md`)
public record OnnxOptions(Path folder, int threads, int batch) {
    private static final int MOST = 64;
    private static final int MOST_THREADS_BY_DEFAULT = 4;
    private static final int MEASURED_BATCH = 8;

    public OnnxOptions {
        require("threads", threads);
        require("batch", batch);
    }

    /// The options that were measured to be good, with the files in this folder.
    public static OnnxOptions in(Path folder) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new OnnxOptions(folder, Math.min(cores, MOST_THREADS_BY_DEFAULT), MEASURED_BATCH);
    }

    private static void require(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(
                    "%s must be 1 to %d, got %d".formatted(name, MOST, value));
        }
    }
}
