package org.broadsheet.benchmarks.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.embedding.onnx.OnnxEmbedder;
import org.broadsheet.embedding.onnx.OnnxOptions;
import org.broadsheet.embedding.onnx.Telemetry;

/// The same model with nothing around it: Hugging Face's tokenizer ahead of time, then only calls
/// of ONNX Runtime with its default settings and the embedder's number of threads.
final class BareRuntime implements AutoCloseable {
    private static final String MODEL = "bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    private final OnnxOptions options;
    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;

    BareRuntime(OnnxOptions options) throws IOException, OrtException {
        this.options = options;
        Telemetry.switchOff();
        environment = OrtEnvironment.getEnvironment();
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", options.folder().resolve("djl").toString());
        try (InputStream json = OnnxEmbedder.class.getResourceAsStream(TOKENIZER)) {
            tokenizer =
                    HuggingFaceTokenizer.newInstance(
                            Objects.requireNonNull(json),
                            Map.of("truncation", "true", "maxLength", "256", "padding", "false"));
        }
        try (var settings = new OrtSession.SessionOptions()) {
            settings.setIntraOpNumThreads(options.threads());
            Path model = options.folder().resolve(MODEL);
            session = environment.createSession(model.toString(), settings);
        }
    }

    /// The batches that the embedder makes of these texts: by length, padded with zeros.
    List<long[][]> batches(List<String> texts) {
        List<long[]> rows =
                Arrays.stream(tokenizer.batchEncode(texts))
                        .map(Encoding::getIds)
                        .sorted(Comparator.comparingInt(row -> row.length))
                        .toList();
        List<long[][]> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += options.batch()) {
            var batch = rows.subList(from, Math.min(from + options.batch(), rows.size()));
            int width = batch.getLast().length;
            batches.add(
                    batch.stream().map(row -> Arrays.copyOf(row, width)).toArray(long[][]::new));
        }
        return batches;
    }

    void run(List<long[][]> batches) throws OrtException {
        for (long[][] batch : batches) {
            long[][] mask = new long[batch.length][];
            long[][] kinds = new long[batch.length][];
            for (int row = 0; row < batch.length; row++) {
                mask[row] = Arrays.stream(batch[row]).map(piece -> piece == 0 ? 0 : 1).toArray();
                kinds[row] = new long[batch[row].length];
            }
            try (var pieces = OnnxTensor.createTensor(environment, batch);
                    var read = OnnxTensor.createTensor(environment, mask);
                    var kind = OnnxTensor.createTensor(environment, kinds);
                    var _ =
                            session.run(
                                    Map.of(
                                            "input_ids", pieces,
                                            "attention_mask", read,
                                            "token_type_ids", kind))) {
                // Only the time counts.
            }
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }
}
