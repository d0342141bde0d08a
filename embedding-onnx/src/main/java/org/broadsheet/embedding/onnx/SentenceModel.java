package org.broadsheet.embedding.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A BERT that is loaded and ready: batches of piece numbers to unit vectors, the state above the
/// start mark of each text. Safe for many threads, all of which share its memory arena and its
/// helper threads. Whoever opened it closes it, after the last [#vectors] has returned.
final class SentenceModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;

    /// Loads the model; 0.1 to 0.3 s, 70 MB.
    SentenceModel(Path file, int threads) {
        Telemetry.switchOff();
        try {
            environment =
                    OrtEnvironment.getEnvironment(
                            OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "broadsheet");
            LastingEnvironment.hold();
            try (var options = options(threads)) {
                session = environment.createSession(file.toString(), options);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("cannot load the embedding model " + file, e);
        }
    }

    /// Why each: `docs/decisions/0004-embedding.md`.
    private static OrtSession.SessionOptions options(int threads) throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setMemoryPatternOptimization(false);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /// One vector for each row of piece numbers, in order.
    float[][] vectors(List<int[]> rows) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        long[] pieces = new long[rows.size() * width];
        long[] mask = new long[pieces.length];
        for (int row = 0; row < rows.size(); row++) {
            int[] numbers = rows.get(row);
            for (int i = 0; i < numbers.length; i++) {
                pieces[row * width + i] = numbers[i];
                mask[row * width + i] = 1;
            }
        }
        try {
            return run(pieces, mask, new long[] {rows.size(), width});
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "the embedding model failed on %d texts of %d pieces"
                            .formatted(rows.size(), width),
                    e);
        }
    }

    private float[][] run(long[] pieces, long[] mask, long[] shape) throws OrtException {
        try (var numbers = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                var read = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                var kinds =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.wrap(new long[pieces.length]), shape);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", numbers,
                                        "attention_mask", read,
                                        "token_type_ids", kinds))) {
            return firstStates((OnnxTensor) result.get(0));
        }
    }

    /// @param states the last layer: texts by pieces by dimensions
    private static float[][] firstStates(OnnxTensor states) {
        long[] shape = states.getInfo().getShape();
        int texts = (int) shape[0];
        int pieces = (int) shape[1];
        int dimensions = (int) shape[2];
        FloatBuffer values = states.getFloatBuffer();
        float[][] vectors = new float[texts][dimensions];
        for (int text = 0; text < texts; text++) {
            values.get(text * pieces * dimensions, vectors[text]);
            normalize(vectors[text]);
        }
        return vectors;
    }

    private static void normalize(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("cannot close the embedding model", e);
        }
    }
}
