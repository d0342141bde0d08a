package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Summary;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyEntryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void anEntryOfTheNewestGenerationTellsAllItsFacts() {
        Paper paper = read(Made.NEW_ENTRY.formatted("\"2605.30001\"")).paper();

        assertThat(paper.id().value()).isEqualTo("2605.30001");
        assertThat(paper.title()).isEqualTo("Walking on {Graphs}");
        assertThat(paper.abstractText()).isEqualTo("We walk on graphs.");
        assertThat(paper.authors()).containsExactly(new Author("Ada One"), new Author("Ben Two"));
        assertThat(paper.published()).isEqualTo("2026-05-30");
        assertThat(paper.summary())
                .isEqualTo(new Summary("Graphs are walked on.", "", Summary.Writer.MODEL));
        assertThat(paper.keywords()).containsExactly("random walk", "graph");
        assertThat(paper.links())
                .containsExactly(
                        new Link(Link.Kind.CODE, "https://github.com/o/walks"),
                        new Link(Link.Kind.PROJECT, "https://walks.example/page"));
        assertThat(paper.organisations())
                .containsExactly(new Organisation("walkers", "The Walkers"));
    }

    @Test
    void anEntryIsSubmittedAndCounted() {
        Statement told = read(Made.NEW_ENTRY.formatted("\"2605.30001\""));

        assertThat(told.submissions())
                .containsExactly(
                        new Submission(
                                told.paper().id(),
                                DAY,
                                Instant.parse("2026-06-01T01:58:49.295Z"),
                                "Reader R",
                                "hosted daily papers"));
        assertThat(told.tallies())
                .extracting(Tally::kind, Tally::count)
                .containsExactly(
                        tuple(Tally.Kind.VOTES, 7L),
                        tuple(Tally.Kind.COMMENTS, 3L),
                        tuple(Tally.Kind.STARS, 12L));
    }

    @Test
    void theOuterDateOfAnOldEntryIsItsSubmission() {
        Statement told = read(Made.OLD_ENTRY, LocalDate.of(2024, 6, 3));

        assertThat(told.paper().published()).isEqualTo("2024-05-31");
        assertThat(told.submissions().getFirst().at()).isEqualTo("2024-06-03T03:44:01.558Z");
        assertThat(told.submissions().getFirst().submitter()).isEmpty();
    }

    @Test
    void anOuterDateThatIsTheInnerOneMinusHoursIsNoSubmission() {
        String json =
                Made.OLD_ENTRY.replace("2024-06-03T03:44:01.558Z", "2024-05-31T13:50:01.000Z");

        Statement told = read(json, LocalDate.of(2024, 6, 1));

        assertThat(told.submissions().getFirst().at()).isEqualTo("2024-06-01T00:00:00Z");
    }

    @Test
    void aFlatEntryReadsLikeAWrappedOne() {
        String flat =
                """
                {"id": "2605.30001", "title": "Flat walks", "summary": "They are flat.",
                 "authors": [{"name": "Ada One"}], "publishedAt": "2026-05-30T17:00:00.000Z",
                 "upvotes": 4, "numComments": 1}
                """;

        Statement told = read(flat);

        assertThat(told.paper().title()).isEqualTo("Flat walks");
        assertThat(told.paper().published()).isEqualTo("2026-05-30");
        assertThat(told.tallies()).extracting(Tally::count).containsExactly(4L, 1L);
    }

    @Test
    void aFileWithoutDateTakesTheDayFromItsEntries() {
        List<Reading> read =
                Made.daily(
                        "["
                                + Made.NEW_ENTRY.formatted("\"2605.30001\"")
                                + ","
                                + Made.OLD_ENTRY
                                + "]",
                        new DailyEntry(null));

        assertThat(Made.told(read.get(0)).submissions().getFirst().day()).isEqualTo(DAY);
        assertThat(Made.reason(read.get(1))).contains("does not say its day", "--date");
    }

    @ParameterizedTest
    @CsvSource({
        "2503.0213,  2503.02130",
        "2503.02130, 2503.02130",
        "1406.5,     1406.5000",
        "704.35,     0704.3500"
    })
    void anIdThatIsANumberLostItsTrailingZeros(String number, String id) {
        assertThat(read(Made.NEW_ENTRY.formatted(number)).paper().id().value()).isEqualTo(id);
    }

    @Test
    void anIdThatLostZerosInATextMayBeEither() {
        Statement told = read(Made.NEW_ENTRY.formatted("\"2605.301\""));

        assertThat(told.naming()).isInstanceOf(Naming.OneOf.class);
        Naming.OneOf oneOf = (Naming.OneOf) told.naming();
        assertThat(oneOf.candidates())
                .extracting(Object::toString)
                .containsExactly("2605.00301", "2605.30100");
        assertThat(oneOf.otherwise().reason()).contains("2605.00301 or 2605.30100");
    }

    @Test
    void anIdThatIsNoneIsSetAsideWithItsText() {
        Reading read = one("[" + Made.NEW_ENTRY.formatted("\"banana\"") + "]");

        assertThat(Made.reason(read)).contains("banana", "accepted is");
        assertThat(((Reading.SetAside) read).reject().raw()).contains("Walking");
    }

    @Test
    void aCountThatCannotBeIsSetAside() {
        String json =
                Made.NEW_ENTRY
                        .formatted("\"2605.30001\"")
                        .replace("\"upvotes\": 7", "\"upvotes\": -7");

        assertThat(Made.reason(one("[" + json + "]"))).contains("upvotes is -7");
    }

    @Test
    void aBadEntrySpoilsNoOther() {
        String good = Made.NEW_ENTRY.formatted("\"2605.30001\"");
        String json =
                "["
                        + good
                        + ", {\"paper\": {\"id\": 1 \"title\"}}, 7, null, \"text\", "
                        + good
                        + "]";

        List<Reading> read = Made.daily(json, new DailyEntry(DAY));

        assertThat(read).hasSize(6);
        assertThat(read.get(0)).isInstanceOf(Statement.class);
        assertThat(read.get(5)).isInstanceOf(Statement.class);
        assertThat(Made.reason(read.get(1))).contains("not valid JSON");
        assertThat(Made.reason(read.get(2))).contains("not a JSON object");
    }

    @Test
    void anEntryThatNeverClosesEndsWhereTheNextBegins() {
        String good = Made.NEW_ENTRY.formatted("\"2605.30001\"");
        String open = good.replace("\"Walking\\n", "Walking\\n");

        List<Reading> read =
                Made.daily("[" + good + "," + open + "," + good + "]", new DailyEntry(DAY));

        assertThat(read).hasSize(3);
        assertThat(Made.reason(read.get(1))).contains("not complete");
        assertThat(read.get(2)).isInstanceOf(Statement.class);
    }

    @Test
    void entriesBeforeTheEndOfATruncatedFileAreRead() {
        String good = Made.NEW_ENTRY.formatted("\"2605.30001\"");
        String json = "[" + good + "," + good.substring(0, good.length() / 2);

        List<Reading> read = Made.daily(json, new DailyEntry(DAY));

        assertThat(read).hasSize(2);
        assertThat(read.get(0)).isInstanceOf(Statement.class);
        assertThat(Made.reason(read.get(1))).contains("not complete");
    }

    private static Reading one(String json) {
        List<Reading> read = Made.daily(json, new DailyEntry(DAY));
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private static Statement read(String entry) {
        return read(entry, DAY);
    }

    private static Statement read(String entry, LocalDate day) {
        List<Reading> read = Made.daily("[" + entry + "]", new DailyEntry(day));
        assertThat(read).hasSize(1);
        return Made.told(read.getFirst());
    }
}
