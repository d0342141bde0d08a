package org.broadsheet.benchmarks.editor;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.benchmarks.RealDay;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.embedding.onnx.OnnxEmbedder;
import org.broadsheet.embedding.onnx.OnnxOptions;
import org.broadsheet.paper.PaperId;

/// The vectors of the real days' papers, made once and kept in the work folder.
final class Vectors {
    private static final int BATCH = 16;
    private static final int DIMENSIONS = 384;

    private Vectors() {}

    static Map<PaperId, float[]> of(List<RealDay> days, Path folder, Report report) {
        Path file = folder.resolve("vectors.bin");
        try {
            if (!Files.exists(file)) {
                make(days, folder, file, report);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(List<RealDay> days, Path folder, Path file, Report report)
            throws IOException {
        List<RealDay.Entry> papers = days.stream().flatMap(day -> day.entries().stream()).toList();
        Path part = folder.resolve("vectors.part");
        try (var embedder = new OnnxEmbedder(OnnxOptions.in(folder.resolve("models")));
                var out =
                        new DataOutputStream(
                                new BufferedOutputStream(Files.newOutputStream(part)))) {
            for (int from = 0; from < papers.size(); from += BATCH) {
                write(papers.subList(from, Math.min(from + BATCH, papers.size())), embedder, out);
                if (from % 320 == 0) {
                    report.progress("%d of %d vectors", from, papers.size());
                }
            }
        }
        Files.move(part, file);
    }

    private static void write(
            List<RealDay.Entry> papers, OnnxEmbedder embedder, DataOutputStream out)
            throws IOException {
        List<String> texts = new ArrayList<>();
        papers.forEach(paper -> texts.add(paper.title() + "\n" + paper.text()));
        List<float[]> vectors = embedder.embed(texts);
        for (int i = 0; i < papers.size(); i++) {
            out.writeUTF(papers.get(i).id());
            for (float value : vectors.get(i)) {
                out.writeFloat(value);
            }
        }
    }

    private static Map<PaperId, float[]> read(Path file) throws IOException {
        Map<PaperId, float[]> vectors = new HashMap<>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                PaperId id = PaperId.of(in.readUTF());
                float[] vector = new float[DIMENSIONS];
                for (int i = 0; i < DIMENSIONS; i++) {
                    vector[i] = in.readFloat();
                }
                vectors.put(id, vector);
            }
        } catch (EOFException _) {
            return vectors;
        }
    }
}
