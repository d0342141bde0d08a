package org.broadsheet.benchmarks.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.broadsheet.benchmarks.Report;
import org.broadsheet.embedding.onnx.OnnxEmbedder;
import org.broadsheet.embedding.onnx.OnnxOptions;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.Embedder;
import org.broadsheet.search.TextForVector;
import org.broadsheet.search.VectorStore.Vector;
import org.broadsheet.storage.Storage;
import org.broadsheet.storage.jdbc.JdbcStorage;

/// Gives every paper of a home a vector in less time than it takes to make them all: the newest for
/// real, the others noisy copies of those. Goes on where it was interrupted.
final class VectorFill {
    /// The length of the noise; a copy lies at a cosine of about 0.94 to its original.
    private static final double NOISE = 0.35;

    private static final int BATCH = 64;
    private static final int COPIES_AT_ONCE = 2_000;
    private static final long SEED = 20251107;

    private final Path home;
    private final int real;
    private final Report report;
    private final Random random = new Random(SEED);

    /// @param home of a house that nobody serves now
    /// @param real how many vectors are made for real
    VectorFill(Path home, int real, Report report) {
        this.home = home;
        this.real = real;
        this.report = report;
    }

    void run() {
        try (Storage storage = JdbcStorage.open(home.resolve("broadsheet.sqlite"));
                Embedder embedder = new OnnxEmbedder(OnnxOptions.in(home.resolve("models")))) {
            embed(storage, embedder);
            List<float[]> originals = new ArrayList<>();
            List<PaperId> rest = storage.vectors().missing(embedder.model(), Integer.MAX_VALUE);
            if (!rest.isEmpty()) {
                originals.addAll(embedded(storage, embedder.model()));
                report.progress("  %,d noisy copies ...", rest.size());
            }
            for (int from = 0; from < rest.size(); from += COPIES_AT_ONCE) {
                int to = Math.min(rest.size(), from + COPIES_AT_ONCE);
                copy(storage, embedder.model(), rest.subList(from, to), originals);
            }
        }
    }

    private void embed(Storage storage, Embedder embedder) {
        long begun = System.nanoTime();
        long done = storage.vectors().count(embedder.model());
        long before = done;
        while (done < real) {
            int wanted = (int) Math.min(BATCH, real - done);
            List<Paper> papers =
                    papers(storage, storage.vectors().missing(embedder.model(), wanted));
            if (papers.isEmpty()) {
                return;
            }
            List<float[]> made = embedder.embed(papers.stream().map(TextForVector::of).toList());
            Map<PaperId, Vector> vectors = new HashMap<>();
            for (int i = 0; i < papers.size(); i++) {
                Paper paper = papers.get(i);
                vectors.put(paper.id(), new Vector(made.get(i), TextForVector.fingerprint(paper)));
            }
            storage.vectors().put(embedder.model(), vectors);
            done += papers.size();
            if (done / 1_000 > (done - papers.size()) / 1_000) {
                report.progress(
                        "  %,d of %,d real vectors, %.1f/s",
                        done, real, (done - before) * 1e9 / (System.nanoTime() - begun));
            }
        }
    }

    private static List<float[]> embedded(Storage storage, String model) {
        List<float[]> all = new ArrayList<>();
        var place = org.broadsheet.paper.PaperStore.WirePlace.TOP;
        List<Paper> page = storage.papers().wire(place, COPIES_AT_ONCE);
        while (!page.isEmpty()) {
            List<PaperId> ids = page.stream().map(Paper::id).toList();
            storage.vectors().get(model, ids).values().forEach(one -> all.add(one.values()));
            place = place.after(page.getLast());
            page = storage.papers().wire(place, COPIES_AT_ONCE);
        }
        return all;
    }

    private void copy(Storage storage, String model, List<PaperId> ids, List<float[]> originals) {
        Map<PaperId, Vector> vectors = new HashMap<>();
        for (Paper paper : papers(storage, ids)) {
            float[] original = originals.get(random.nextInt(originals.size()));
            vectors.put(paper.id(), new Vector(noisy(original), TextForVector.fingerprint(paper)));
        }
        storage.vectors().put(model, vectors);
    }

    private float[] noisy(float[] original) {
        float[] copy = original.clone();
        double each = NOISE / Math.sqrt(copy.length);
        double squares = 0;
        for (int i = 0; i < copy.length; i++) {
            copy[i] += (float) (each * random.nextGaussian());
            squares += copy[i] * copy[i];
        }
        for (int i = 0; i < copy.length; i++) {
            copy[i] /= (float) Math.sqrt(squares);
        }
        return copy;
    }

    private static List<Paper> papers(Storage storage, List<PaperId> ids) {
        return List.copyOf(storage.papers().get(ids).values());
    }
}
