package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.broadsheet.source.Kept;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;

/// Whatever a file holds, an import ends with a report that accounts for every record, and the same
/// again changes nothing.
class AnyBytesTest {
    private static final List<String> BEGINNINGS =
            List.of(
                    "",
                    "1f8b08",
                    "425a6839",
                    "fd377a585a00",
                    "28b52ffd",
                    "fffe",
                    "efbbbf",
                    "5b7b22");
    private static final List<String> FILES =
            List.of(
                    "[" + Made.NEW_ENTRY.formatted("\"2605.30001\"") + "," + Made.OLD_ENTRY + "]",
                    "[" + Made.NEW_ENTRY.formatted("2605.301") + "]",
                    Made.SNAPSHOT_RECORD.formatted("\"0704.0001\"")
                            + "\n"
                            + Made.SNAPSHOT_RECORD.formatted("\"1008.334\"")
                            + "\n"
                            + Made.SNAPSHOT_RECORD.formatted("704.35"),
                    "Daily Papers\n\nbyAK and the research community\n\nNov 7\n\nWalks\n\nWe walk a lot.\n\n"
                            + "  • 4 authors\n·\nAug 31, 2023 2\n\nIdle Walks\n\nWe do not walk at all.\n",
                    Made.BIBTEX,
                    Made.RIS,
                    Made.CSL,
                    Made.CSV);

    private Path file = Path.of("");

    @BeforeProperty
    void makeFile() throws IOException {
        file = Files.createTempFile("any", ".bytes");
    }

    @AfterProperty
    void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 300, seed = "7")
    void anyBytesEndInAReport(@ForAll("bytes") byte[] bytes) throws Exception {
        assertReported(bytes);
    }

    @Property(tries = 1_000, seed = "7")
    void anyDamageToAFileEndsInAReport(@ForAll("damaged") byte[] bytes) throws Exception {
        assertReported(bytes);
    }

    @Property(tries = 200, seed = "7")
    void anyDamageToAPackedFileEndsInAReport(@ForAll long seed) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Random random = new Random(seed);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(FILES.get(random.nextInt(FILES.size())).getBytes(StandardCharsets.UTF_8));
        }
        assertReported(damaged(packed.toByteArray(), random));
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> beginnings =
                Arbitraries.of(BEGINNINGS).map(hex -> HexFormat.of().parseHex(hex));
        Arbitrary<byte[]> rest =
                Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(2_000);
        return beginnings.flatMap(start -> rest.map(end -> joined(start, end)));
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.longs()
                .map(seed -> {
                    Random random = new Random(seed);
                    String text = FILES.get(random.nextInt(FILES.size()));
                    return damaged(text.getBytes(StandardCharsets.UTF_8), random);
                });
    }

    private void assertReported(byte[] bytes) throws Exception {
        Files.write(file, bytes);
        Storage storage = new InMemoryStorage();

        ImportReport report = importing(storage);

        Kept kept = report.kept();
        assertThat(kept.read())
                .isEqualTo(kept.added() + kept.changed() + kept.unchanged() + kept.rejected());
        assertThat(storage.papers().count()).isEqualTo(kept.added());
        assertThat(report.files().getFirst().lines()).isNotEmpty();
        assertThat(report.summary()).isNotBlank();
        assertThat(importing(storage).kept().isNews()).isFalse();
    }

    private ImportReport importing(Storage storage) throws InterruptedException {
        ImportOptions options = new ImportOptions(LocalDate.of(2026, 6, 1), null);
        return new Importing(storage, Made.CLOCK).run(List.of(file), options, ImportProgress.NONE);
    }

    /// Flips, removes, repeats and cuts.
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(30));
            byte[] front = Arrays.copyOf(bytes, from);
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            byte[] back = Arrays.copyOfRange(bytes, to, bytes.length);
            bytes =
                    switch (random.nextInt(4)) {
                        case 0 -> joined(front, back);
                        case 1 -> joined(front, joined(part, joined(part, back)));
                        case 2 -> joined(front, part);
                        default -> {
                            random.nextBytes(part);
                            yield joined(front, joined(part, back));
                        }
                    };
        }
        return bytes;
    }

    private static byte[] joined(byte[] front, byte[] back) {
        byte[] joined = Arrays.copyOf(front, front.length + back.length);
        System.arraycopy(back, 0, joined, front.length, back.length);
        return joined;
    }
}
