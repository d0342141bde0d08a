package org.broadsheet.server.sources;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.server.sources.arxiv.OaiRecords;
import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// An answer of arXiv's OAI-PMH interface that somebody saved.
final class OaiFile implements Readings {
    private final OaiRecords records;

    OaiFile(InputStream in, String source, Instant now) {
        records = new OaiRecords(in, source, now);
    }

    @Override
    public @Nullable Reading next() {
        return records.next();
    }

    @Override
    public Optional<String> trouble() {
        if (!records.broken().isEmpty()) {
            return Optional.of(
                    "cannot be read to its end: %s; the records before are in"
                            .formatted(records.broken()));
        }
        return records.error().map(error -> "is no list of records: arXiv answered " + error);
    }

    @Override
    public Optional<String> note() {
        if (records.token().isEmpty()) {
            return Optional.empty();
        }
        String size =
                records.total().isPresent()
                        ? " of %,d records".formatted(records.total().getAsLong())
                        : "";
        return Optional.of("is one page of a list%s".formatted(size));
    }
}
