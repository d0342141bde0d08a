package org.broadsheet.server.sources.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.server.sources.arxiv.MadeOai.DAY;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.contract.SharedData;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Version;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OaiRecordsTest {
    private static final Instant NOW = Instant.parse("2025-11-08T12:00:00Z");

    @Test
    void aRecordInArxivRawIsReadWhole() {
        Paper paper = told(MadeOai.record(7, DAY));

        assertThat(paper.id()).isEqualTo(PaperId.of("2511.00007"));
        assertThat(paper.title()).isEqualTo("Counting to 7, with $\\alpha_{7}$ and a second line");
        assertThat(paper.abstractText()).isEqualTo("We count to 7 < 8 & say so. It ends there.");
        assertThat(paper.authors())
                .extracting(Author::name)
                .containsExactly("Ada Counter", "Emmy Number Jr.");
        assertThat(paper.categories()).containsExactly("cs.DS", "math.CO");
        assertThat(paper.reference())
                .isEqualTo(new Reference("10.1000/count.7", "J. Count. 7", "7 pages"));
        assertThat(paper.versions())
                .containsExactly(new Version(1, DAY.minusDays(3)), new Version(2, DAY));
        assertThat(paper.published()).isEqualTo(DAY.minusDays(3));
        assertThat(paper.isWithdrawn()).isFalse();
        assertThat(paper.origins().values()).containsOnly(new Origin(SourceName.ARXIV_OAI, DAY));
    }

    @Test
    void aRecordInTheFormatArxivIsReadWhole() {
        Paper paper =
                told(
                        """
                        <record><header><identifier>oai:arXiv.org:cs/9809007</identifier>
                        <datestamp>2025-11-07</datestamp><setSpec>cs</setSpec></header>
                        <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>cs/9809007</id>
                        <created>1998-09-02</created><updated>1999-01-01</updated><authors>
                        <author><keyname>Counter</keyname><forenames>Ada</forenames>
                        <affiliation>Here</affiliation></author>
                        <author><keyname>Number</keyname><forenames>E.</forenames>
                        <suffix>Jr</suffix></author></authors><title>On counts</title>
                        <categories>cs.DS</categories><abstract>Short.</abstract></arXiv>
                        </metadata></record>
                        """);

        assertThat(paper.id()).isEqualTo(PaperId.of("cs/9809007"));
        assertThat(paper.authors())
                .extracting(Author::name)
                .containsExactly("Ada Counter", "E. Number Jr");
        assertThat(paper.published()).isEqualTo(LocalDate.of(1998, 9, 2));
        assertThat(paper.origins()).doesNotContainKey(Fact.VERSIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This paper has been withdrawn by the author.  | We count. | This paper has been withdrawn by the author.",
                "9 pages. This paper was submitted by mistake and has now been withdrawn | We count. | This paper was submitted by mistake and has now been withdrawn",
                "withdrawn, see the other paper                | We count. | withdrawn, see the other paper",
                "3 pages                                       | This article has been withdrawn. It was wrong. | This article has been withdrawn.",
                "3 pages                                       | We study offers that were withdrawn. | ''",
                "Money is withdrawn in section 3               | We count. | ''",
            })
    void aWithdrawnPaperIsKnownByItsCommentsOrItsAbstract(
            String comments, String abstractText, String reason) {
        Paper paper =
                told(
                        MadeOai.record(
                                "2511.00001",
                                DAY,
                                "<title>T</title><comments>%s</comments><abstract>%s</abstract>"
                                        .formatted(comments, abstractText)));

        assertThat(paper.withdrawn()).isEqualTo(reason);
        assertThat(paper.abstractText()).isEqualTo(abstractText);
    }

    @Test
    void aDeletedRecordMarksThePaperIfItIsKnown() {
        Statement told = (Statement) read(MadeOai.deleted("2511.00001", DAY));

        assertThat(told.naming()).isInstanceOf(Naming.IfKnown.class);
        assertThat(told.paper().withdrawn()).isEqualTo("Deleted by arXiv on 2025-11-07.");
        assertThat(told.paper().origins()).containsOnlyKeys(Fact.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<abstract>A.</abstract>                       | it has no title",
                "<title> </title>                              | it has no title",
                "<title>&#x200B;&#x0009;</title>               | paper 2511.00001 has no title",
            })
    void aRecordWithoutATitleIsSetAside(String fields, String reason) {
        // a zero-width space is a title of sorts; it is taken
        Reading reading = read(MadeOai.record("2511.00001", DAY, fields));
        if (fields.contains("200B")) {
            assertThat(reading).isInstanceOf(Statement.class);
        } else {
            assertThat(reason(reading)).startsWith(reason);
        }
    }

    @Test
    void aRecordSetAsideKeepsItsNameAndAllThatWasRead() {
        Reading reading = read(MadeOai.record("2511.00001", DAY, "<abstract>Kept.</abstract>"));

        Reject reject = ((Reading.SetAside) reading).reject();
        assertThat(reject.place()).isEqualTo("oai:arXiv.org:2511.00001");
        assertThat(reject.raw()).contains("abstract: Kept.", "datestamp: 2025-11-07", "v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-10", "2199-01-01"})
    void aRecordOfTheFutureIsSetAside(String day) {
        assertThat(reason(read(MadeOai.record(1, LocalDate.parse(day)))))
                .contains("after today, 2025-11-08");
    }

    @Test
    void aDayAheadIsTomorrowSomewhere() {
        assertThat(read(MadeOai.record(1, LocalDate.of(2025, 11, 9))))
                .isInstanceOf(Statement.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2511.1",
                "2511.000001",
                "٢٥١١.00001",
                "2511.0000O",
                "2513.00001",
                "cs/98",
                "",
                "../../etc/passwd",
                "2511.00001v2 "
            })
    void anIdThatOnlyLooksLikeOneIsSetAside(String id) {
        assertThat(reason(read(MadeOai.record(id, DAY, "<title>T</title>")))).isNotBlank();
    }

    @Test
    void anIdWithADigitTooManyNamesThePaperByItsTitle() {
        Statement told = (Statement) read(MadeOai.record("0811.36489", DAY, "<title>T</title>"));

        assertThat(told.naming())
                .isEqualTo(new Naming.ByTitle(PaperId.of("local:arxiv-0811.36489")));
    }

    @Test
    void twoIdsInOneRecordAreSetAside() {
        String record = MadeOai.record(1, DAY).replaceFirst("<id>[^<]*", "<id>2511.00002");
        assertThat(reason(read(record))).contains("2511.00001").contains("2511.00002");
    }

    @Test
    void tenThousandAuthorsAreTakenAndOneMoreIsSetAside() {
        assertThat(told(withAuthors(10_000)).authors()).hasSize(10_000);
        assertThat(reason(read(withAuthors(10_001)))).contains("at most 10,000");
    }

    private static String withAuthors(int count) {
        String names =
                IntStream.range(0, count)
                        .mapToObj(i -> "Ada Number" + i)
                        .collect(Collectors.joining(", "));
        return MadeOai.record(
                "2511.00001", DAY, "<title>T</title><authors>" + names + "</authors>");
    }

    @Test
    void aRecordLongerThanAnySoundOneIsSetAsideAndTheRestGoesOn() {
        String long_ =
                MadeOai.record(
                        "2511.00001",
                        DAY,
                        "<title>T</title><abstract>" + "x".repeat(9 << 20) + "</abstract>");
        List<Reading> read = all(MadeOai.page(List.of(long_, MadeOai.record(2, DAY)), ""));

        assertThat(reason(read.getFirst())).contains("longer than");
        assertThat(read.getLast()).isInstanceOf(Statement.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oai_dc", "marc"})
    void anotherFormatIsSetAsideWithItsName(String format) {
        String record = MadeOai.record(1, DAY).replaceAll("arXivRaw", format);
        assertThat(reason(read(record))).contains(format).contains("arXivRaw and arXiv");
    }

    @Test
    void brokenXmlInMidPageKeepsTheRecordsBefore() {
        String page =
                MadeOai.page(MadeOai.records(0, 4, DAY), "next")
                        .replace("<id>2511.00002</id>", "<id>2511.00002</di>");
        OaiRecords records = records(page);
        List<Reading> read = all(records);

        assertThat(read).hasSize(2).allMatch(Statement.class::isInstance);
        assertThat(records.broken()).contains("line ");
        assertThat(records.token()).isEmpty();
    }

    @Test
    void aPageCutOffAnywhereIsNeverTakenForAWholeOne() {
        byte[] whole = bytes(MadeOai.page(MadeOai.records(0, 3, DAY), "next").strip());
        for (int length = 0; length < whole.length; length += 7) {
            OaiRecords records =
                    new OaiRecords(
                            new ByteArrayInputStream(Arrays.copyOf(whole, length)), "arxiv", NOW);
            assertThat(all(records)).hasSizeLessThanOrEqualTo(3);
            assertThat(records.broken()).as("cut at %d", length).isNotEmpty();
        }
    }

    @Test
    void forbiddenCharactersCostALetterAndNotThePage() {
        byte[] page = bytes(MadeOai.page(MadeOai.records(0, 3, DAY), ""));
        String text = new String(page, StandardCharsets.ISO_8859_1);
        byte[] spoiled =
                text.replaceFirst("second line", "se\u0001ond l\u00FFne")
                        .getBytes(StandardCharsets.ISO_8859_1);
        OaiRecords records = new OaiRecords(new ByteArrayInputStream(spoiled), "arxiv", NOW);
        List<Reading> read = all(records);

        assertThat(records.broken()).isEmpty();
        assertThat(read).hasSize(3).allMatch(Statement.class::isInstance);
        assertThat(((Statement) read.getFirst()).paper().title()).contains("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE OAI-PMH [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;\">]>",
                "<!DOCTYPE OAI-PMH [<!ENTITY d SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE OAI-PMH SYSTEM \"http://127.0.0.1:9/evil.dtd\">",
                "<!DOCTYPE OAI-PMH [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\">%p;]>"
            })
    void documentTypesAreRefusedUnread(String doctype) {
        String page =
                MadeOai.page(List.of(MadeOai.record("2511.00001", DAY, "<title>&d;</title>")), "")
                        .replace("<OAI-PMH", doctype + "<OAI-PMH");
        OaiRecords records = records(page);

        assertThat(all(records)).isEmpty();
        assertThat(records.broken()).contains("document type");
    }

    @Test
    void anEntityThatNobodyDeclaredBreaksThePageThere() {
        OaiRecords records =
                records(
                        MadeOai.page(
                                List.of(
                                        MadeOai.record(1, DAY),
                                        MadeOai.record("2511.00002", DAY, "<title>&evil;</title>")),
                                ""));

        assertThat(all(records)).hasSize(1);
        assertThat(records.broken()).isNotEmpty();
    }

    @Test
    void aMillionLevelsOfNestingBreakThePage() {
        OaiRecords records = records(MadeOai.page("<a>".repeat(1_000_000)));

        assertThat(all(records)).isEmpty();
        assertThat(records.broken()).isNotEmpty();
    }

    @Test
    void aLongListingWithManySignsIsReadToItsEnd() {
        String signs = "&lt;&amp;".repeat(1_000);
        List<String> long_ = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            long_.add(
                    MadeOai.record(
                            MadeOai.id(n),
                            DAY,
                            "<title>T</title><abstract>" + signs + "</abstract>"));
        }
        OaiRecords records = records(MadeOai.page(long_, ""));

        assertThat(all(records)).hasSize(200).allMatch(Statement.class::isInstance);
        assertThat(records.broken()).isEmpty();
    }

    @Test
    void theTokenAndTheSizeOfTheListAreRead() {
        OaiRecords records = records(MadeOai.page(MadeOai.records(0, 1, DAY), " 496549|96001 "));
        all(records);

        assertThat(records.token()).isEqualTo("496549|96001");
        assertThat(records.total()).hasValue(99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "badArgument",
                "badResumptionToken",
                "cannotDisseminateFormat",
                "idDoesNotExist",
                "noRecordsMatch",
                "noSetHierarchy",
                "undefinedError"
            })
    void theRecordedErrorsAreRead(String code) throws Exception {
        try (InputStream in =
                Files.newInputStream(SharedData.require("arxiv/oai-pmh/errors/" + code + ".xml"))) {
            OaiRecords records = new OaiRecords(in, "arxiv", NOW);

            assertThat(all(records)).isEmpty();
            assertThat(records.broken()).isEmpty();
            assertThat(records.error()).map(OaiRecords.OaiError::code).hasValue(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"ListRecords, 2", "ListRecords4, 2", "GetRecord, 1", "GetRecord_utf8test, 1"})
    void theRecordedPagesOfOtherArchivesAreSetAsideRecordByRecord(String name, int least)
            throws Exception {
        try (InputStream in =
                Files.newInputStream(SharedData.require("arxiv/oai-pmh/errors/" + name + ".xml"))) {
            OaiRecords records = new OaiRecords(in, "arxiv", NOW);

            assertThat(all(records))
                    .hasSizeGreaterThanOrEqualTo(least)
                    .allSatisfy(reading -> {
                        assertThat(reason(reading)).isNotBlank();
                    });
            assertThat(records.broken()).isEmpty();
        }
    }

    @Test
    void theRecordedBrokenPageIsBroken() throws Exception {
        try (InputStream in =
                Files.newInputStream(
                        SharedData.require("arxiv/oai-pmh/errors/ListRecordsBroken.xml"))) {
            OaiRecords records = new OaiRecords(in, "arxiv", NOW);

            assertThat(all(records)).isEmpty();
            assertThat(records.isOai()).isFalse();
            assertThat(records.broken()).isNotEmpty();
        }
    }

    @Test
    void theThousandRealRecordsAreRead() throws Exception {
        try (InputStream in =
                Files.newInputStream(
                        SharedData.require("arxiv/oai-pmh/listrecords-arxivraw-1000.xml"))) {
            OaiRecords records = new OaiRecords(in, "arxiv", NOW);
            List<Reading> read = all(records);

            assertThat(read).hasSize(1_000).allMatch(Statement.class::isInstance);
            assertThat(read.stream().mapToInt(one -> paper(one).versions().size()).sum())
                    .isEqualTo(1_632);
            assertThat(read.stream().filter(one -> paper(one).isWithdrawn())).hasSize(6);
            assertThat(read.stream().filter(one -> paper(one).authors().isEmpty())).isEmpty();
            assertThat(records.token()).isEqualTo("496549|96001");
            assertThat(records.total()).hasValue(907_096);
        }
    }

    private static Paper paper(Reading reading) {
        return ((Statement) reading).paper();
    }

    private static Paper told(String record) {
        return paper(read(record));
    }

    private static Reading read(String record) {
        return Objects.requireNonNull(records(MadeOai.page(List.of(record), "")).next());
    }

    private static String reason(Reading reading) {
        return switch (reading) {
            case Statement told when told.naming() instanceof Naming.IfKnown(_, var otherwise) ->
                    otherwise.reason();
            case Statement told -> throw new AssertionError("was read: " + told.paper().title());
            case Reading.SetAside(var reject) -> reject.reason();
        };
    }

    private static List<Reading> all(String page) {
        return all(records(page));
    }

    private static List<Reading> all(OaiRecords records) {
        List<Reading> all = new ArrayList<>();
        for (Reading reading = records.next(); reading != null; reading = records.next()) {
            all.add(reading);
        }
        return all;
    }

    private static OaiRecords records(String page) {
        return new OaiRecords(new ByteArrayInputStream(bytes(page)), "arxiv", NOW);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
