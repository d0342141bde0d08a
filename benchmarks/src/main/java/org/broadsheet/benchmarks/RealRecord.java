package org.broadsheet.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tukaani.xz.XZInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The texts of one record of arXiv's metadata snapshot.
public record RealRecord(String title, String authors, String summary) {
    public static List<RealRecord> all(Path file) {
        return first(Integer.MAX_VALUE, file);
    }

    /// The first so many.
    public static List<RealRecord> first(int count, Path file) {
        ObjectMapper json = JsonMapper.shared();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new XZInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return in.lines().limit(count).map(line -> of(json.readTree(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealRecord of(JsonNode node) {
        return new RealRecord(
                node.path("title").asString(""),
                node.path("authors").asString(""),
                node.path("abstract").asString(""));
    }
}
