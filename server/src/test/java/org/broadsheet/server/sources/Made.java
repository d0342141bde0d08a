package org.broadsheet.server.sources;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;

/// Records made up for tests.
final class Made {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    /// An entry of the newest generation; `%s` stands for the id as JSON.
    static final String NEW_ENTRY =
            """
            {"paper": {"id": %s, "authors": [
                {"_id": "a1", "name": "Ada One", "hidden": false},
                {"_id": "a2", "name": "Ben Two", "hidden": true}],
              "publishedAt": "2026-05-30T17:00:00.000Z",
              "submittedOnDailyAt": "2026-06-01T01:58:49.295Z",
              "title": "Walking\\n  on {Graphs}",
              "submittedOnDailyBy": {"fullname": "Reader R", "user": "rr", "name": "rr"},
              "summary": "We walk on graphs.", "upvotes": 7,
              "projectPage": "walks.example/page", "githubRepo": "https://github.com/o/walks",
              "githubStars": 12, "ai_summary": "Graphs are walked on.",
              "ai_keywords": ["random walk", "graph"],
              "organization": {"name": "walkers", "fullname": "The Walkers"}},
             "publishedAt": "2026-05-30T13:00:00.000Z", "title": "Walking on {Graphs}",
             "numComments": 3, "submittedBy": {"fullname": "Reader R", "name": "rr"}}
            """;

    /// An entry of the oldest generation.
    static final String OLD_ENTRY =
            """
            {"paper": {"id": "2405.21060", "authors": [{"name": "Ada One", "hidden": false}],
              "publishedAt": "2024-05-31T17:50:01.000Z", "title": "Old walks",
              "summary": "We walked.", "upvotes": 27},
             "publishedAt": "2024-06-03T03:44:01.558Z", "title": "Old walks",
             "mediaUrl": "https://media.example/x.png", "numComments": 0}
            """;

    /// A record of the snapshot; `%s` stands for the id as JSON.
    static final String SNAPSHOT_RECORD =
            """
            {"id": %s, "submitter": "A. One", "authors": "Ada One and Ben Two (Walk Institute)",\
             "title": "Counting\\n  walks", "comments": "7 pages", "journal-ref": null,\
             "doi": "10.1000/walk", "categories": "cs.DS math.CO",\
             "abstract": "  We count walks\\n  on graphs. ",\
             "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},\
             {"version": "v2", "created": "Tue, 3 Apr 2007 01:02:03 GMT"}],\
             "update_date": "2007-05-23"}\
            """;

    static final String BIBTEX =
            """
            A list of walks.

            @article{one, title = {Walking on {G}raphs}, author = {One, Ada and Two, Ben},
              year = 2024, eprint = {2406.10500}, archivePrefix = {arXiv}}
            @inproceedings{two, title = {Counting walks twice}, author = {Two, Ben}, year = 2023}
            """;

    static final String RIS =
            """
            TY  - JOUR
            TI  - Walking on Graphs
            AU  - One, Ada
            PY  - 2024
            DO  - 10.1000/walk.1
            ER  -
            TY  - CONF
            T1  - Counting walks twice
            A1  - Two, Ben
            Y1  - 2023/05//
            ER  -
            """;

    static final String CSL =
            """
            [{"id": "one", "type": "article-journal", "title": "Walking on Graphs",
              "author": [{"family": "One", "given": "Ada"}], "issued": {"date-parts": [[2024, 6]]},
              "DOI": "10.1000/walk.1"},
             {"id": "two", "type": "paper-conference", "title": "Counting walks twice",
              "author": [{"family": "Two", "given": "Ben"}], "issued": {"raw": "2023"}}]
            """;

    static final String CSV =
            """
            title,authors,year,arxiv,doi
            Walking on Graphs,"One, Ada; Two, Ben",2024,2406.10500,10.1000/walk.1
            "Counting walks, twice",Ben Two,2023,,
            """;

    private Made() {}

    static Bytes bytes(String text) {
        return new Bytes(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Reading> all(Readings readings) {
        List<Reading> all = new ArrayList<>();
        for (Reading reading = readings.next(); reading != null; reading = readings.next()) {
            all.add(reading);
        }
        return all;
    }

    static List<Reading> daily(String json, DailyEntry kind) {
        return all(new JsonReadings("day.json", new ArrayEntries(bytes(json)), kind, CLOCK));
    }

    static List<Reading> snapshot(String lines) {
        return all(
                new JsonReadings(
                        "snapshot.jsonl", new Lines(bytes(lines)), new SnapshotRecord(), CLOCK));
    }

    static Statement told(Reading reading) {
        return switch (reading) {
            case Statement statement -> statement;
            case Reading.SetAside(var reject) ->
                    throw new AssertionError("set aside: " + reject.reason());
        };
    }

    static String reason(Reading reading) {
        return switch (reading) {
            case Statement statement ->
                    throw new AssertionError("was read: " + statement.paper().title());
            case Reading.SetAside(var reject) -> reject.reason();
        };
    }
}
