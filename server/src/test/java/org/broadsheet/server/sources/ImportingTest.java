package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.broadsheet.contract.SharedData;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.sources.arxiv.MadeOai;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Reject;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir private Path folder = Path.of("");

    private final Storage storage = new InMemoryStorage();

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
    void packedFilesAreReadWhateverTheyAreCalled(String packing) throws Exception {
        Path file = written("anything.txt", packed(packing, snapshot(3)));

        ImportReport report = importing(file);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.DONE);
        assertThat(report.kept().added()).isEqualTo(3);
        assertThat(report.files().getFirst().format()).isEqualTo("arXiv metadata snapshot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bzip2", "xz", "zstd"})
    void ofAPackedFileThatIsCutOffTheRecordsBeforeTheCutAreKept(String packing) throws Exception {
        byte[] whole = packed(packing, incompressible(15_000));
        Path file = written("cut.jsonl", Arrays.copyOf(whole, whole.length * 3 / 4));

        ImportReport report = importing(file);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.PARTLY);
        assertThat(report.kept().added()).isPositive().isLessThan(15_000);
        assertThat(report.files().getFirst().troubles().getFirst()).contains("damaged or cut off");
    }

    @Test
    void aCutInAPlainFileIsARecordSetAside() throws Exception {
        String whole = snapshot(3);
        Path file = written("cut.jsonl", whole.substring(0, whole.length() - 100));

        ImportReport report = importing(file);

        assertThat(report.kept()).isEqualTo(new Kept(2, 0, 0, 1, 0, 0));
        assertThat(storage.rejects().latest(1))
                .extracting(Reject::source, Reject::place)
                .containsExactly(tuple("cut.jsonl", "line 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void unicodeWithAMarkIsRead(String charset) throws Exception {
        byte[] text =
                ("\uFEFF" + snapshot(2).replace("Ada", "Àda")).getBytes(Charset.forName(charset));

        importing(written("marked.jsonl", text));

        assertThat(
                        storage.papers()
                                .get(PaperId.of("0704.0001"))
                                .orElseThrow()
                                .authors()
                                .getFirst()
                                .name())
                .isEqualTo("Àda One");
    }

    @Test
    void aRecordInAnotherEncodingIsSetAside() throws Exception {
        byte[] text =
                (snapshot(1) + snapshot(1).replace("Ada", "Àda"))
                        .getBytes(StandardCharsets.ISO_8859_1);

        ImportReport report = importing(written("latin.jsonl", text));

        assertThat(report.kept().added()).isEqualTo(1);
        assertThat(storage.rejects().latest(1).getFirst().reason()).contains("not in UTF-8");
    }

    @Test
    void aRecordOfAnyLengthIsSetAsideWithItsFirstPart() throws Exception {
        String endless = "{\"versions\": \"" + "x".repeat(RawRecord.LONGEST) + "\"}\n";

        ImportReport report = importing(written("long.jsonl", endless + snapshot(1)));

        assertThat(report.kept().added()).isEqualTo(1);
        assertThat(storage.rejects().latest(1).getFirst().reason()).contains("longer than");
        assertThat(storage.rejects().latest(1).getFirst().raw()).hasSize(Reject.MOST_RAW);
    }

    @Test
    void objectsThatTakeSeveralLinesAreRead() throws Exception {
        String json = snapshot(1).replace("{\"id\"", "{\n \"id\"").replace("\", ", "\",\n  ");

        assertThat(importing(written("pretty.json", json + json)).kept().read()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | is empty",
                "'  '                              | nothing but white space",
                "%PDF-1.7                          | is a PDF",
                "PK\u0003\u0004zip                 | is a zip archive; unpack it first",
                "<!DOCTYPE html><p>                | is an HTML page; open it in a browser and save it as text",
                "x\u0000\u0001\u0002y              | is binary",
                "Dear diary                        | no known format; it begins \"Dear diary\"",
                "{\"error\": \"Not found\"}        | is JSON, but not of a known kind; it begins \"{\"error\"",
                "[1, 2]                            | is JSON, but not of a known kind"
            })
    void aFileOfNoKnownFormatIsRefusedWithWhatIsAccepted(String content, String why)
            throws Exception {
        ImportReport report = importing(written("what.ever", content));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.FAILED);
        assertThat(report.files().getFirst().troubles().getFirst())
                .contains(why)
                .contains("accepted are a search page");
    }

    @Test
    void whatIsNoReadableFileIsRefused() throws Exception {
        Path broken = written("broken.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        Path utf32 = written("utf32.txt", "\uFEFFtext".getBytes(Charset.forName("UTF-32LE")));

        ImportReport report = importing(folder.resolve("missing"), folder, broken, utf32);

        assertThat(report.files())
                .extracting(file -> file.troubles().getFirst())
                .satisfiesExactly(
                        why -> assertThat(why).isEqualTo("does not exist"),
                        why -> assertThat(why).startsWith("is a directory; name the files in it"),
                        why ->
                                assertThat(why)
                                        .isEqualTo(
                                                "begins like gzip, but cannot be unpacked: its end"
                                                        + " is missing"),
                        why -> assertThat(why).isEqualTo("is in UTF-32; save it as UTF-8"));
        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.FAILED);
    }

    @Test
    void whatCannotBeReadDoesNotStopTheRest() throws Exception {
        ImportReport report = importing(folder.resolve("missing"), written("a.jsonl", snapshot(2)));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.PARTLY);
        assertThat(report.kept().added()).isEqualTo(2);
        assertThat(report.summary())
                .isEqualTo(
                        "2 files: 2 read: 2 new, 0 changed, 0 unchanged. Part of it could not be"
                                + " read; the rest is in.");
    }

    @Test
    void theDayOfDailyPapersIsInTheFilesName() throws Exception {
        importing(written("2024-06-03.json.old", "[" + Made.OLD_ENTRY + "]"));

        assertThat(storage.editions().between(LocalDate.MIN, LocalDate.MAX))
                .extracting(one -> one.day().toString())
                .containsExactly("2024-06-03");
    }

    @Test
    void aGivenDayGoesBeforeTheFilesName() throws Exception {
        Path file = written("2024-06-03.json", "[" + Made.OLD_ENTRY + "]");

        new Importing(storage, Made.CLOCK)
                .run(List.of(file), new ImportOptions(DAY, null), ImportProgress.NONE);

        assertThat(storage.editions().between(DAY, DAY)).hasSize(1);
    }

    @Test
    void dailyPapersWithoutAnyDayAreRefused() throws Exception {
        ImportReport report = importing(written("day.json", "[" + Made.OLD_ENTRY + "]"));

        assertThat(report.files().getFirst().troubles().getFirst())
                .contains("does not say which day it is", "YYYY-MM-DD.json", "--date");
    }

    @Test
    void aDayWithoutPapersIsFine() throws Exception {
        ImportReport report = importing(written("2026-06-06.json", "[]"));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.DONE);
        assertThat(report.kept().read()).isZero();
    }

    @Test
    void aPageWithoutGivenDaySaysWhereItsYearsComeFrom() throws Exception {
        Path page = written("page.txt", "Daily Papers\n\nIdle Walks\n\n  • 2 authors\n·\nAug 5\n");

        ImportReport report = importing(page);

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.DONE);
        assertThat(report.files().getFirst().notes().getFirst()).contains("--as-of DATE");
    }

    @Test
    void progressRunsToTheEnd() throws Exception {
        List<ImportProgress.State> states = new ArrayList<>();
        Path first = written("a.jsonl", snapshot(4_200));
        Path second = written("b.jsonl", snapshot(10));

        new Importing(storage, Made.CLOCK)
                .run(List.of(first, second), ImportOptions.NONE, states::add);

        assertThat(states).hasSizeGreaterThan(3);
        assertThat(states).extracting(ImportProgress.State::bytesRead).isSorted();
        assertThat(states).extracting(ImportProgress.State::records).isSorted();
        assertThat(states.getLast().bytesRead())
                .isEqualTo(states.getLast().bytesTotal())
                .isEqualTo(Files.size(first) + Files.size(second));
        assertThat(states.getLast().records()).isEqualTo(4_210);
    }

    @Test
    void anAnswerOfOaiPmhIsRead() throws Exception {
        String page =
                MadeOai.page(
                        List.of(
                                MadeOai.record(1, DAY),
                                MadeOai.record("2511.00002", DAY, "<abstract>No title.</abstract>"),
                                MadeOai.deleted("2511.00001", DAY),
                                MadeOai.deleted("2511.00003", DAY)),
                        "more");
        ImportReport report = importing(written("page.xml", page));

        assertThat(report.kept()).isEqualTo(new Kept(1, 0, 1, 2, 0, 0));
        assertThat(report.files().getFirst().format()).isEqualTo("arXiv OAI-PMH");
        assertThat(report.files().getFirst().notes())
                .containsExactly("is one page of a list of 99 records");
        Paper paper = storage.papers().get(PaperId.of("2511.00001")).orElseThrow();
        assertThat(paper.title()).startsWith("Counting to 1");
        assertThat(paper.withdrawn()).isEqualTo("Deleted by arXiv on " + DAY + ".");
        assertThat(storage.rejects().latest(10))
                .extracting(Reject::reason)
                .containsExactlyInAnyOrder(
                        "it has no title",
                        "its archive deleted it on " + DAY + ", and it is not known here");
    }

    @Test
    void ofAnAnswerOfOaiPmhThatBreaksOffTheRecordsBeforeAreKept() throws Exception {
        String page = MadeOai.page(MadeOai.records(0, 4, DAY), "");
        ImportReport report =
                importing(written("cut.xml", page.substring(0, page.indexOf("2511.00003"))));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.PARTLY);
        assertThat(report.kept().added()).isEqualTo(3);
        assertThat(report.files().getFirst().troubles().getFirst())
                .contains("cannot be read to its end", "the records before are in");
    }

    @Test
    void anErrorOfOaiPmhIsToldAndNoPapers() throws Exception {
        ImportReport report =
                importing(written("error.xml", MadeOai.error("badArgument", "no such set")));

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.FAILED);
        assertThat(report.files().getFirst().troubles().getFirst())
                .contains("badArgument: no such set");
    }

    @Test
    void theRealPageOfOaiPmhBringsAThousandPapersOnce() throws Exception {
        Path file = SharedData.require("arxiv/oai-pmh/listrecords-arxivraw-1000.xml");

        assertThat(importing(file).kept()).isEqualTo(new Kept(1_000, 0, 0, 0, 0, 0));
        assertThat(importing(file).kept()).isEqualTo(new Kept(0, 0, 1_000, 0, 0, 0));
    }

    private ImportReport importing(Path... files) throws InterruptedException {
        return new Importing(storage, Made.CLOCK)
                .run(List.of(files), ImportOptions.NONE, ImportProgress.NONE);
    }

    private static String snapshot(int records) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= records; i++) {
            lines.append(Made.SNAPSHOT_RECORD.formatted("\"0704.%04d\"".formatted(i)).strip())
                    .append('\n');
        }
        return lines.toString();
    }

    /// Long enough for several blocks of every packing.
    private static String incompressible(int records) {
        var random = new Random(7);
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= records; i++) {
            lines.append(
                    "{\"id\": \"1506.%05d\", \"title\": \"%016x %016x\", \"update_date\": \"2015-06-01\"}%n"
                            .formatted(i, random.nextLong(), random.nextLong()));
        }
        return lines.toString();
    }

    private Path written(String name, String text) throws IOException {
        return written(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] packed(String packing, String text)
            throws IOException, CompressorException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out =
                new CompressorStreamFactory().createCompressorOutputStream(packing, packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
