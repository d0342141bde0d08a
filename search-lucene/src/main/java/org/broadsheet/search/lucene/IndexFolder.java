package org.broadsheet.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/// Opens an index folder, and moves aside what is no index of ours.
final class IndexFolder {
    /// Grows with every change to [Documents] or to core's analysis, so that old indexes are
    /// rebuilt.
    private static final int VERSION = 1;

    private static final String FORMAT = "format";
    private static final String SEQUENCE = "sequence";
    private static final double BUFFER_MB = 48;

    private IndexFolder() {}

    record Opened(
            Directory directory,
            IndexWriter writer,
            SearcherManager searchers,
            String format,
            long sequence,
            Optional<String> notice) {
        void close() throws IOException {
            searchers.close();
            writer.close();
            directory.close();
        }

        /// Closes what is left after the writer failed.
        void abandon() {
            IOUtils.closeWhileHandlingException(searchers, writer, directory);
        }
    }

    static Opened open(Path folder, String model) throws IOException {
        String format = "broadsheet " + VERSION + ", vectors by " + model;
        try {
            return opened(folder, format, Optional.empty());
        } catch (LockObtainFailedException e) {
            throw new IOException("another process has it open (" + e.getMessage() + ")", e);
        } catch (IOException | IllegalArgumentException e) {
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw e;
            }
            Path aside = moveAside(folder);
            String notice =
                    "The search index could not be used (%s); it was moved to %s and is built anew."
                            .formatted(e.getMessage(), aside);
            return opened(folder, format, Optional.of(notice));
        }
    }

    /// Opens what was saved, after the writer failed.
    static Opened openAgain(Path folder, String format) throws IOException {
        return opened(folder, format, Optional.empty());
    }

    private static Opened opened(Path folder, String format, Optional<String> notice)
            throws IOException {
        Files.createDirectories(folder);
        List<AutoCloseable> open = new ArrayList<>();
        try {
            Directory directory = new NRTCachingDirectory(FSDirectory.open(folder), 4, 32);
            open.add(directory);
            long sequence = sequence(directory, format);
            IndexWriter writer = new IndexWriter(directory, config());
            open.add(writer::rollback);
            SearcherManager searchers = new SearcherManager(writer, new SearcherFactory());
            return new Opened(directory, writer, searchers, format, sequence, notice);
        } catch (IOException | RuntimeException e) {
            for (AutoCloseable one : open.reversed()) {
                closeAfter(e, one);
            }
            throw e;
        }
    }

    private static void closeAfter(Exception failure, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /// The number in the last commit, 0 when there is none.
    private static long sequence(Directory directory, String format) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
        if (!format.equals(data.get(FORMAT))) {
            throw new IOException(
                    "it is \"%s\", not \"%s\""
                            .formatted(data.getOrDefault(FORMAT, "unknown"), format));
        }
        return Long.parseLong(data.getOrDefault(SEQUENCE, "0"));
    }

    static void commit(IndexWriter writer, String format, long sequence) throws IOException {
        Map<String, String> data = Map.of(FORMAT, format, SEQUENCE, Long.toString(sequence));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    private static IndexWriterConfig config() {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(6, 1);
        return new IndexWriterConfig()
                .setCodec(new VectorsQuantised())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergeScheduler(merges)
                .setCommitOnClose(false);
    }

    /// One bit for each dimension in memory; what it finds is scored again in full precision. See
    /// docs/decisions/0003 for the measurement.
    private static final class VectorsQuantised extends Lucene104Codec {
        private final KnnVectorsFormat format =
                new Lucene104HnswScalarQuantizedVectorsFormat(
                        ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE, 16, 100);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return format;
        }
    }

    /// Beside the folder, in place of what was moved there before.
    private static Path moveAside(Path folder) throws IOException {
        Path aside = folder.resolveSibling(folder.getFileName() + "-set-aside");
        if (Files.exists(aside)) {
            List<Path> inside;
            try (Stream<Path> walk = Files.walk(aside)) {
                inside = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : inside) {
                Files.delete(path);
            }
        }
        return Files.move(folder, aside);
    }
}
