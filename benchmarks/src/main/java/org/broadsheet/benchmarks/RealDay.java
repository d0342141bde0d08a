package org.broadsheet.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One real day of the hosted page.
public record RealDay(LocalDate day, List<Entry> entries) {
    /// A paper of that day.
    ///
    /// @param published when its first version was submitted to arXiv
    /// @param came when it was put into the edition, as far as the record says
    /// @param keywords those that the page's model wrote; may be empty
    /// @param summary the sentence that the page's model wrote; may be empty
    public record Entry(
            String id,
            String title,
            String text,
            List<String> authors,
            @Nullable Instant published,
            @Nullable Instant came,
            long votes,
            List<String> keywords,
            String summary) {}

    /// All days in the folder, earliest first.
    public static List<RealDay> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RealDay::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealDay read(Path file) {
        List<Entry> entries = new ArrayList<>();
        try {
            for (JsonNode node : JsonMapper.shared().readTree(Files.readString(file))) {
                entries.add(entry(node));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString().replace(".json", "");
        return new RealDay(LocalDate.parse(name), List.copyOf(entries));
    }

    private static Entry entry(JsonNode node) {
        JsonNode paper = node.path("paper");
        List<String> authors = new ArrayList<>();
        paper.path("authors").forEach(author -> authors.add(author.path("name").asString("")));
        List<String> keywords = new ArrayList<>();
        paper.path("ai_keywords").forEach(keyword -> keywords.add(keyword.asString("")));
        String came =
                paper.path("submittedOnDailyAt").asString(node.path("publishedAt").asString(""));
        return new Entry(
                paper.path("id").asString(""),
                paper.path("title").asString(node.path("title").asString("")),
                paper.path("summary").asString(""),
                List.copyOf(authors),
                moment(paper.path("publishedAt").asString("")),
                moment(came),
                paper.path("upvotes").asLong(0),
                List.copyOf(keywords),
                paper.path("ai_summary").asString(""));
    }

    private static @Nullable Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
