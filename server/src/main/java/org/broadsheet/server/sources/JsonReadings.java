package org.broadsheet.server.sources;

import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads records that are JSON objects.
///
/// Records with an unclear id wait until an id further on shows that all of the file's ids went
/// through numbers, which tells what they were; at most [#MOST_WAITING] wait at a time.
final class JsonReadings implements Readings {
    private static final int MOST_WAITING = 1_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final String source;
    private final Records records;
    private final RecordKind kind;
    private final Clock clock;
    private final ArxivIds ids = new ArxivIds();
    private final Queue<Statement> waiting = new ArrayDeque<>();
    private final Queue<Reading> ready = new ArrayDeque<>();

    JsonReadings(String source, Records records, RecordKind kind, Clock clock) {
        this.source = source;
        this.records = records;
        this.kind = kind;
        this.clock = clock;
    }

    @Override
    public @Nullable Reading next() {
        while (ready.isEmpty()) {
            RawRecord record = records.next();
            if (record == null) {
                return waiting.poll();
            }
            sort(read(record));
        }
        return ready.poll();
    }

    private void sort(Reading reading) {
        if (ids.wentThroughNumbers()) {
            waiting.forEach(statement -> ready.add(ofNumber(statement)));
            waiting.clear();
        }
        boolean isUnclear =
                reading instanceof Statement told && told.naming() instanceof Naming.OneOf;
        if (isUnclear && waiting.size() < MOST_WAITING) {
            waiting.add((Statement) reading);
        } else {
            ready.add(reading);
        }
    }

    /// The last candidate is the one whose zeros were cut behind.
    private static Statement ofNumber(Statement statement) {
        return statement.naming() instanceof Naming.OneOf(var candidates, _)
                ? statement.about(candidates.getLast())
                : statement;
    }

    private Reading read(RawRecord record) {
        Aside aside = new Aside(source, record.place(), record::excerpt, clock.instant());
        return switch (record.shape()) {
            case WHOLE -> parsed(record, aside);
            case CUT_OFF ->
                    aside.because("the record is not complete; the file ends or breaks in it");
            case TOO_LONG ->
                    aside.because(
                            "the record is longer than the %,d bytes that are accepted; its first part is kept"
                                    .formatted(RawRecord.LONGEST));
        };
    }

    private Reading parsed(RawRecord record, Aside aside) {
        try {
            JsonNode json = JSON.readTree(record.text());
            return json instanceof ObjectNode object
                    ? kind.read(object, ids, aside)
                    : aside.because("the record is not a JSON object");
        } catch (CharacterCodingException _) {
            return aside.because("the record is not in UTF-8");
        } catch (JacksonException e) {
            return aside.because("the record is not valid JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return aside.because(String.valueOf(e.getMessage()));
        }
    }
}
