package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.source.Kept;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Citation files through the whole import, told by their content.
class CitationFilesTest {
    @TempDir private Path folder = Path.of("");

    private final Storage storage = new InMemoryStorage();

    enum Kind {
        BIBTEX("BibTeX", Made.BIBTEX),
        RIS("RIS", Made.RIS),
        CSL("CSL-JSON", Made.CSL),
        CSV("CSV", Made.CSV);

        private final String label;
        private final String text;

        Kind(String label, String text) {
            this.label = label;
            this.text = text;
        }
    }

    private FileReport report(String text) throws IOException, InterruptedException {
        return report(text.getBytes(StandardCharsets.UTF_8));
    }

    private FileReport report(byte[] bytes) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("anything.txt"), bytes);
        return new Importing(storage, Made.CLOCK)
                .run(List.of(file), ImportOptions.NONE, _ -> {})
                .files()
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsToldByItsContentAndTheSameAgainChangesNothing(Kind kind) throws Exception {
        FileReport first = report(kind.text);
        long latest = storage.changes().latest();
        FileReport again = report("\uFEFF" + kind.text.replace("\n", "\r\n"));

        assertThat(first.format()).isEqualTo(kind.label);
        assertThat(first.kept()).isEqualTo(new Kept(2, 0, 0, 0, 0, 0));
        assertThat(again.kept()).isEqualTo(new Kept(0, 0, 2, 0, 0, 0));
        assertThat(storage.changes().latest()).isEqualTo(latest);
    }

    @Test
    void utf16IsReadToo() throws Exception {
        assertThat(report(("\uFEFF" + Made.RIS).getBytes(StandardCharsets.UTF_16LE)).kept().added())
                .isEqualTo(2);
    }

    @Test
    void csvWithoutATitleColumnIsRefusedWithTheColumnsGotAndAccepted() throws Exception {
        assertThat(report("doi,year,shelf\n10.1000/x,2024,b\n").troubles())
                .singleElement()
                .asString()
                .contains("doi, year, shelf")
                .contains("id, doi, arxiv, title, authors, abstract, date, url, keywords");
    }

    @Test
    void csvWithoutAHeaderIsRefused() throws Exception {
        assertThat(report("2406.10500,A title,2024\n2406.10501,Another,2024\n").troubles())
                .singleElement()
                .asString()
                .contains("its first row does not name the columns");
    }

    @Test
    void anHtmlPageIsRefused() throws Exception {
        assertThat(report("<!DOCTYPE html><p>@article{x, title={T}}</p>").troubles())
                .singleElement()
                .asString()
                .contains("is an HTML page");
    }
}
