package org.broadsheet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.broadsheet.contract.SearchIndexContract;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.search.QueryParser;
import org.broadsheet.search.SearchIndex;
import org.broadsheet.search.SearchIndex.Batch;
import org.broadsheet.search.SearchIndex.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest implements SearchIndexContract {
    private static final String MODEL = "test model";

    @TempDir Path folder;
    private @Nullable LuceneIndex index;

    @Override
    public SearchIndex index() {
        return opened();
    }

    private LuceneIndex opened() {
        if (index == null) {
            throw new IllegalStateException("open() runs before each test");
        }
        return index;
    }

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder.resolve("index"), MODEL);
    }

    @AfterEach
    void close() {
        opened().close();
    }

    @Test
    void closingSavesAndOpeningFindsAgain() {
        put(1, "2401.00001", "Sparse Mixtures");
        close();
        open();

        assertThat(opened().sequence()).isEqualTo(1);
        assertThat(total("mixtures")).isEqualTo(1);
        assertThat(opened().notice()).isEmpty();
    }

    @Test
    void whatWasNotSavedIsReplayedFromTheSequence() throws IOException {
        put(1, "2401.00001", "Sparse Mixtures");
        close();
        open();
        put(2, "2401.00002", "Dense Mixtures");
        Path abandoned = folder.resolve("abandoned");
        copy(folder.resolve("index"), abandoned);

        try (LuceneIndex again = LuceneIndex.open(abandoned, MODEL)) {
            assertThat(again.sequence()).isEqualTo(1);
            assertThat(again.words(QueryParser.parse("mixtures"), 5).total()).isEqualTo(1);
            again.apply(batch(2, "2401.00002", "Dense Mixtures"));
            assertThat(again.words(QueryParser.parse("mixtures"), 5).total()).isEqualTo(2);
        }
    }

    @Test
    void aDamagedIndexIsMovedAsideAndStartsAnew() throws IOException {
        put(1, "2401.00001", "Sparse Mixtures");
        close();
        for (Path file : files(folder.resolve("index"))) {
            if (!file.getFileName().toString().contains("lock")) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        open();

        assertThat(opened().sequence()).isZero();
        assertThat(opened().notice()).hasValueSatisfying(it -> assertThat(it).contains("moved to"));
        assertThat(files(folder.resolve("index-set-aside"))).isNotEmpty();
        put(1, "2401.00001", "Sparse Mixtures");
        assertThat(total("mixtures")).isEqualTo(1);
    }

    @Test
    void anIndexForAnotherModelIsBuiltAnew() {
        put(1, "2401.00001", "Sparse Mixtures");
        close();
        index = LuceneIndex.open(folder.resolve("index"), "another model");

        assertThat(opened().sequence()).isZero();
        assertThat(opened().notice()).hasValueSatisfying(it -> assertThat(it).contains(MODEL));
    }

    @Test
    void aSecondOpenerIsToldThatItIsInUse() {
        assertThatThrownBy(() -> LuceneIndex.open(folder.resolve("index"), MODEL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("another process has it open");
        put(1, "2401.00001", "Still Here");
        assertThat(total("here")).isEqualTo(1);
    }

    @Test
    void aFolderThatIsAFileIsRefusedAndKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not an index");

        assertThatThrownBy(() -> LuceneIndex.open(file, MODEL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("not an index");
    }

    @Test
    void virtualThreadsSearchAndWriteAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 40; i++) {
                int number = i;
                threads.submit(() -> put(number, "2401.%05d".formatted(number), "Lattice"));
                threads.submit(() -> total("lattice"));
            }
        }

        assertThat(total("lattice")).isEqualTo(40);
    }

    private void put(long sequence, String id, String title) {
        opened().apply(batch(sequence, id, title));
    }

    private static Batch batch(long sequence, String id, String title) {
        Origin origin = new Origin(SourceName.FIRST_EDITION, LocalDate.of(2025, 11, 7));
        Paper paper = Paper.of(PaperId.of(id), title, origin).build();
        return new Batch(List.of(new Entry(paper, null, Set.of())), List.of(), sequence);
    }

    private long total(String query) {
        return opened().words(QueryParser.parse(query), 5).total();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
