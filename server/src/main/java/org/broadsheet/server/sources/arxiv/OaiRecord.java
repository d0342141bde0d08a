package org.broadsheet.server.sources.arxiv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One `record` of an OAI-PMH answer as it stands there, its fields by their names. Filled by
/// [OaiRecords], read by [OaiReading].
final class OaiRecord {
    /// No sound record is longer: 10,000 authors take 1 MB.
    static final int LONGEST = 8 << 20;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<VersionTold> versions = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private String format = "";
    private boolean isDeleted;
    private int letters;

    /// A version as the record tells it.
    record VersionTold(String number, String date, String size) {}

    void delete() {
        isDeleted = true;
    }

    boolean isDeleted() {
        return isDeleted;
    }

    /// Names the metadata's format, as in `arXivRaw`.
    void format(String name) {
        format = name;
    }

    String format() {
        return format;
    }

    /// Adds a field, unless the record became longer than any sound one.
    void add(String name, String text) {
        letters += text.length();
        if (!isTooLong() && !text.isBlank()) {
            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
        }
    }

    void add(VersionTold version) {
        letters += version.number.length() + version.date.length() + version.size.length();
        if (!isTooLong()) {
            versions.add(version);
        }
    }

    /// Adds an author whose name's parts were told apart.
    void addAuthor(String name) {
        letters += name.length();
        if (!isTooLong() && !name.isBlank()) {
            authors.add(name);
        }
    }

    boolean isTooLong() {
        return letters > LONGEST;
    }

    /// The field's text, its first where it stands several times.
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst);
    }

    List<VersionTold> versions() {
        return versions;
    }

    List<String> authors() {
        return authors;
    }

    /// All that was read of it, for setting it aside: a field a line.
    String raw() {
        StringBuilder raw = new StringBuilder();
        if (isDeleted) {
            raw.append("status: deleted\n");
        }
        fields.forEach((name, texts) ->
                texts.forEach(text -> raw.append(name).append(": ").append(text).append('\n')));
        versions.forEach(version ->
                raw.append(
                        "version: %s, %s, %s%n"
                                .formatted(version.number, version.date, version.size)));
        authors.forEach(author -> raw.append("author: ").append(author).append('\n'));
        return raw.toString();
    }
}
