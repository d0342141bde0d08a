package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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
import org.broadsheet.source.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotRecordTest {
    @Test
    void aRecordTellsAllItsFacts() {
        Paper paper = read(Made.SNAPSHOT_RECORD.formatted("\"0704.0001\"")).paper();

        assertThat(paper.id().value()).isEqualTo("0704.0001");
        assertThat(paper.title()).isEqualTo("Counting walks");
        assertThat(paper.abstractText()).isEqualTo("We count walks on graphs.");
        assertThat(paper.authors()).containsExactly(new Author("Ada One"), new Author("Ben Two"));
        assertThat(paper.categories()).containsExactly("cs.DS", "math.CO");
        assertThat(paper.reference()).isEqualTo(new Reference("10.1000/walk", "", "7 pages"));
        assertThat(paper.versions())
                .containsExactly(
                        new Version(1, LocalDate.of(2007, 4, 2)),
                        new Version(2, LocalDate.of(2007, 4, 3)));
        assertThat(paper.published()).isEqualTo("2007-04-02");
        assertThat(paper.origins())
                .containsEntry(
                        Fact.TITLE,
                        new Origin(SourceName.ARXIV_SNAPSHOT, LocalDate.of(2007, 5, 23)));
    }

    @Test
    void datesMayBeWrittenTheShortWay() {
        String json =
                """
                {"id": "cs/9810011", "title": "T", "versions": [{"version": "v1", "created": "1998-10-12"}]}
                """;

        Paper paper = read(json).paper();

        assertThat(paper.published()).isEqualTo("1998-10-12");
        assertThat(paper.id().value()).isEqualTo("cs/9810011");
    }

    @Test
    void parsedAuthorsGoBeforeTheirText() {
        String json =
                """
                {"id": "cs/9810011", "title": "T", "update_date": "1998-10-12", "authors": "X",
                 "authors_parsed": [["Poincar\\\\'e", "Henri", ""], ["One", "Ada", "Jr."]]}
                """;

        assertThat(read(json.replace("\n", "")).paper().authors())
                .containsExactly(new Author("Henri Poincaré"), new Author("Ada One Jr."));
    }

    @ParameterizedTest
    @CsvSource({
        "704.0967,           0704.0967",
        "706.113,            0706.1130",
        "1503.0316599999999, 1503.03166",
        "1503.0865900000001, 1503.08659",
        "0704.0001v2,        0704.0001",
        "https://arxiv.org/abs/cs/9810011v1, cs/9810011"
    })
    void idsThatOnlyANumberCanHaveBecomeAreMended(String damaged, String id) {
        assertThat(read(Made.SNAPSHOT_RECORD.formatted("\"" + damaged + "\"")).naming())
                .isEqualTo(new Naming.Exact(PaperId.of(id)));
    }

    @Test
    void anUnclearIdIsTakenForANumberOnceTheFileShowsThatItsIdsWere() {
        List<Reading> read =
                Made.snapshot(
                        String.join(
                                "\n",
                                Made.SNAPSHOT_RECORD.formatted("\"1008.334\""),
                                Made.SNAPSHOT_RECORD.formatted("\"704.0967\""),
                                Made.SNAPSHOT_RECORD.formatted("\"1506.0316\"")));

        assertThat(read)
                .extracting(reading -> Made.told(reading).naming().toString())
                .containsExactly(
                        "Exact[id=1008.3340]", "Exact[id=0704.0967]", "Exact[id=1506.03160]");
    }

    @Test
    void anUnclearIdStaysUnclearInAFileOfSoundIds() {
        List<Reading> read =
                Made.snapshot(
                        Made.SNAPSHOT_RECORD.formatted("\"1008.334\"")
                                + "\n"
                                + Made.SNAPSHOT_RECORD.formatted("\"0704.0967\""));

        assertThat(read).hasSize(2);
        assertThat(Made.told(read.getLast()).naming()).isInstanceOf(Naming.OneOf.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                                                | not valid JSON",
                "{\"id\": \"0704.0001\"}                                 | it has no title",
                "{\"title\": \"T\"}                                      | it has no id",
                "{\"id\": \"0704.0001\", \"title\": \"T\"}               | neither update_date nor versions",
                "{\"id\": \"0704.0001\", \"title\": \"T\", \"update_date\": \"soon\"} | update_date is \"soon\"",
                "{\"id\": 7, \"title\": \"T\"}                           | not a paper id: 7",
                "{\"id\": 1e999999, \"title\": \"T\"}                    | not a paper id",
                "[1, 2]                                                  | not a JSON object"
            })
    void aBadRecordIsSetAsideWithItsReason(String line, String reason) {
        List<Reading> read =
                Made.snapshot(line + "\n\n" + Made.SNAPSHOT_RECORD.formatted("\"0704.0001\""));

        assertThat(read).hasSize(2);
        assertThat(Made.reason(read.getFirst())).contains(reason);
        assertThat(((Reading.SetAside) read.getFirst()).reject().place()).isEqualTo("line 1");
        assertThat(Made.told(read.getLast()).paper().title()).isEqualTo("Counting walks");
    }

    private static Statement read(String line) {
        List<Reading> read = Made.snapshot(line);
        assertThat(read).hasSize(1);
        return Made.told(read.getFirst());
    }
}
