package org.broadsheet.server.sources.citation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;

/// What a reader makes of a text.
record Cited(List<Reading> readings, List<String> notes) {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    static Cited by(BiFunction<CitationFile, InputStream, CitationReadings> reader, String text) {
        return by(reader, text.getBytes(StandardCharsets.UTF_8));
    }

    static Cited by(BiFunction<CitationFile, InputStream, CitationReadings> reader, byte[] bytes) {
        List<String> notes = new ArrayList<>();
        CitationFile file = new CitationFile("made", NOW, notes::add);
        CitationReadings readings = reader.apply(file, new ByteArrayInputStream(bytes));
        List<Reading> all = new ArrayList<>();
        for (Reading one = readings.next(); one != null; one = readings.next()) {
            all.add(one);
        }
        return new Cited(all, notes);
    }

    List<Statement> statements() {
        return readings.stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .toList();
    }

    List<Paper> papers() {
        return statements().stream().map(Statement::paper).toList();
    }

    /// The only paper.
    Paper paper() {
        if (readings.size() != 1) {
            throw new AssertionError("one reading was expected, got " + readings);
        }
        return papers().getFirst();
    }

    List<String> titles() {
        return papers().stream().map(Paper::title).toList();
    }

    List<String> ids() {
        return papers().stream().map(paper -> paper.id().value()).toList();
    }

    List<String> authors() {
        return paper().authors().stream().map(Author::name).toList();
    }

    List<Reject> rejects() {
        return readings.stream()
                .filter(Reading.SetAside.class::isInstance)
                .map(one -> ((Reading.SetAside) one).reject())
                .toList();
    }
}
