package org.broadsheet.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.contract.SharedData;
import org.broadsheet.paper.Text;
import org.broadsheet.server.sources.ImportOptions;
import org.broadsheet.server.sources.ImportProgress;
import org.broadsheet.server.sources.Importing;
import org.broadsheet.server.trial.TestHouse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real answers of the hosted page go in, and come out of our API with the same fields.
class HostedShapeTest {
    private static final JsonMapper JSON = new JsonMapper();

    /// Fields that stand for accounts, media and links inside the hosted page, which we do not
    /// keep.
    private static final List<String> NOT_KEPT =
            List.of(
                    "/thumbnail",
                    "/paper/discussionId",
                    "/paper/githubRepoAddedBy",
                    "/paper/ai_summary_model");

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-03", "2026-04-01", "2026-08-20", "2026-08-21"})
    void whatWasImportedIsAnsweredFieldByField(String day) throws Exception {
        Path file = SharedData.require("daily/" + day + ".json");
        try (TestHouse house = TestHouse.start()) {
            house.clock.moveTo(Instant.parse("2026-11-01T00:00:00Z"));
            new Importing(house.storage, house.clock)
                    .run(List.of(file), ImportOptions.NONE, ImportProgress.NONE);
            JsonNode theirs = JSON.readTree(Files.readString(file));
            JsonNode ours =
                    JSON.readTree(house.get("/api/daily_papers?limit=100&date=" + day).body());
            assertThat(ours.size()).isEqualTo(theirs.size());
            Map<String, JsonNode> byId = new HashMap<>();
            ours.forEach(entry -> byId.put(entry.at("/paper/id").asString(), entry));
            for (JsonNode entry : theirs) {
                String id = entry.at("/paper/id").asString();
                compare(entry, Objects.requireNonNull(byId.get(id), id), day);
            }
            assertThat(upvotes(ours)).isEqualTo(upvotes(theirs));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-20", "2026-08-21"})
    void everyFieldThatClientsReadIsThere(String day) throws Exception {
        Path file = SharedData.require("daily/" + day + ".json");
        try (TestHouse house = TestHouse.start()) {
            house.clock.moveTo(Instant.parse("2026-11-01T00:00:00Z"));
            new Importing(house.storage, house.clock)
                    .run(List.of(file), ImportOptions.NONE, ImportProgress.NONE);
            JsonNode theirs = JSON.readTree(Files.readString(file)).get(0);
            JsonNode ours =
                    JSON.readTree(house.get("/api/daily_papers?limit=1&date=" + day).body()).get(0);
            missing("", theirs, ours);
        }
    }

    private static void compare(JsonNode theirs, JsonNode ours, String day) {
        for (String field :
                List.of("/paper/title", "/title", "/paper/projectPage", "/paper/githubRepo")) {
            same(field, Text.oneLine(theirs.at(field).asString("")), ours);
        }
        for (String field : List.of("/paper/summary", "/paper/ai_summary")) {
            same(field, Text.paragraphs(theirs.at(field).asString("")), ours);
        }
        for (String field : List.of("/paper/upvotes", "/numComments", "/paper/githubStars")) {
            assertThat(ours.at(field).asLong(0)).as(field).isEqualTo(theirs.at(field).asLong(0));
        }
        same("/paper/publishedAt", midnight(theirs.at("/paper/publishedAt").asString("")), ours);
        same("/paper/submittedOnDailyAt", midnight(day), ours);
        for (String field : List.of("/submittedBy/fullname", "/organization/fullname")) {
            same(field, Text.oneLine(theirs.at(field).asString("")), ours);
        }
        assertThat(names(ours)).isEqualTo(names(theirs));
        assertThat(ours.at("/paper/ai_keywords")).isEqualTo(theirs.at("/paper/ai_keywords"));
    }

    private static void same(String field, String expected, JsonNode ours) {
        assertThat(ours.at(field).asString("")).as(field).isEqualTo(expected);
    }

    private static String midnight(String time) {
        return time.substring(0, 10) + "T00:00:00.000Z";
    }

    private static List<String> names(JsonNode entry) {
        return entry.at("/paper/authors")
                .valueStream()
                .map(author -> Text.oneLine(author.get("name").asString()))
                .toList();
    }

    private static List<Long> upvotes(JsonNode entries) {
        return entries.valueStream().map(entry -> entry.at("/paper/upvotes").asLong()).toList();
    }

    /// Every field of theirs, of the same kind, is in ours; what hangs on accounts is left out.
    private static void missing(String path, JsonNode theirs, JsonNode ours) {
        theirs.properties()
                .forEach(field -> {
                    String name = path + "/" + field.getKey();
                    if (NOT_KEPT.contains(name)) {
                        return;
                    }
                    JsonNode counterpart = ours.get(field.getKey());
                    assertThat(counterpart).as(name).isNotNull();
                    assertThat(counterpart.getNodeType())
                            .as(name)
                            .isEqualTo(field.getValue().getNodeType());
                    if (counterpart.isObject()) {
                        missing(name, field.getValue(), counterpart);
                    }
                });
    }
}
