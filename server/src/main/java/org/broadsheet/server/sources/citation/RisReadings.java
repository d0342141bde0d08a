package org.broadsheet.server.sources.citation;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.SourceName;
import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// Reads RIS files: `TY - JOUR`, a tag a line, `ER - `. A line without a tag goes on with the one
/// before; a reference without `ER` ends where the next begins.
public final class RisReadings implements CitationReadings {
    private static final Pattern TAGGED =
            Pattern.compile("^\\s*([A-Z][A-Z0-9])(?:  ?-(?: |$)| - )(.*)$");
    private static final int LONGEST = 8 << 20;

    private final CitationFile file;
    private final AnyEncoding lines;
    private @Nullable String begun;
    private int begunAt;
    private int number;
    private boolean isTold;

    public RisReadings(CitationFile file, InputStream in) {
        this.file = file;
        lines = new AnyEncoding(in);
    }

    @Override
    public @Nullable Reading next() {
        Raw raw = raw();
        if (raw == null) {
            if (!isTold) {
                isTold = true;
                lines.tell(file);
            }
            return null;
        }
        try {
            if (raw.isTooLong) {
                throw new IllegalArgumentException(
                        "the reference is longer than the 8 MB that are accepted; its first part is kept");
            }
            return citation(raw)
                    .statement(
                            SourceName.CITATION_FILE,
                            file.today(),
                            why -> file.reject(raw.place, raw.text.toString(), why));
        } catch (IllegalArgumentException e) {
            return file.aside(raw.place, raw.text.toString(), String.valueOf(e.getMessage()));
        }
    }

    /// The tags of the next reference, or null after the last.
    private @Nullable Raw raw() {
        Raw raw = null;
        for (String line = line(); line != null; line = lines.line()) {
            Matcher tagged = TAGGED.matcher(line);
            String tag = tagged.matches() ? tagged.group(1) : "";
            if (tag.equals("TY") && raw != null) {
                begun = line;
                begunAt = lines.number();
                return raw;
            }
            if (raw == null && !line.isBlank() && !tag.equals("ER")) {
                raw = new Raw("reference %d (line %d)".formatted(++number, begunAt));
            }
            if (raw != null) {
                raw.take(line, tag, tag.isEmpty() ? "" : tagged.group(2));
            }
            if (tag.equals("ER") && raw != null) {
                return raw;
            }
            begunAt = lines.number() + 1;
        }
        return raw;
    }

    private @Nullable String line() {
        String line = begun == null ? lines.line() : begun;
        begun = null;
        begunAt = lines.number();
        return line;
    }

    private static Citation citation(Raw raw) {
        if (raw.tags.isEmpty()) {
            throw new IllegalArgumentException(
                    "no line of it has a tag; accepted are lines such as \"TI  - A title\"");
        }
        Citation citation =
                new Citation()
                        .title(raw.first("TI", "T1", "CT", "BT"))
                        .authors(raw.names("AU", "A1"))
                        .abstractText(Texts.untagged(raw.first("AB", "N2")))
                        .journal(raw.first("JO", "JF", "T2", "JA", "J2", "J1"))
                        .comment(raw.first("N1"))
                        .published(CitedDates.of(raw.first("DA")))
                        .published(CitedDates.of(raw.first("PY", "Y1")));
        raw.all("KW").forEach(citation::keywords);
        CitedIds ids = citation.ids();
        ids.doi(raw.first("DO"));
        for (String tag : List.of("UR", "L1", "L2", "LK")) {
            raw.all(tag).forEach(ids::address);
        }
        for (String tag : List.of("JO", "JF", "T2", "N1", "AN", "M1", "M3", "C7", "PB", "ID")) {
            raw.all(tag).forEach(ids::mention);
        }
        return citation;
    }

    /// One reference as it stands in the file.
    private static final class Raw {
        private final String place;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, List<String>> tags = new LinkedHashMap<>();
        private @Nullable String last;
        private boolean isTooLong;

        Raw(String place) {
            this.place = place;
        }

        void take(String line, String tag, String value) {
            isTooLong |= text.length() > LONGEST;
            if (isTooLong) {
                return;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
            if (!tag.isEmpty() && !tag.equals("ER")) {
                tags.computeIfAbsent(tag, _ -> new ArrayList<>()).add(value.strip());
                last = tag;
            } else if (tag.isEmpty() && last != null && !line.isBlank()) {
                List<String> values = tags.getOrDefault(last, List.of());
                values.set(values.size() - 1, (values.getLast() + " " + line.strip()).strip());
            }
        }

        List<String> all(String tag) {
            return tags.getOrDefault(tag, List.of());
        }

        String first(String... names) {
            for (String name : names) {
                for (String value : all(name)) {
                    if (!value.isBlank()) {
                        return value;
                    }
                }
            }
            return "";
        }

        List<String> names(String... names) {
            List<String> found = new ArrayList<>();
            for (String name : names) {
                all(name).stream()
                        .map(CitedNames::turned)
                        .filter(one -> !one.isEmpty())
                        .forEach(found::add);
            }
            return found;
        }
    }
}
