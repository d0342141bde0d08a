package org.broadsheet.server.sources.web;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.source.Web.Answer;

/// Answers that carried a validator, so that the next request can be conditional; the longest not
/// asked for are forgotten. Safe for use from many threads.
final class Remembered {
    private static final int MOST_EACH = 4 << 20;
    private static final int MOST_BYTES = 16 << 20;

    private final LinkedHashMap<URI, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    /// An answer, and what to send so that the server may say that it still holds.
    record Kept(Map<String, String> conditions, Answer answer) {}

    synchronized Optional<Kept> of(URI address) {
        return Optional.ofNullable(kept.get(address));
    }

    synchronized void keep(URI address, HttpHeaders headers, Answer answer) {
        forget(address);
        Map<String, String> conditions = new LinkedHashMap<>();
        headers.firstValue("etag").ifPresent(tag -> conditions.put("If-None-Match", tag));
        headers.firstValue("last-modified")
                .ifPresent(date -> conditions.put("If-Modified-Since", date));
        if (conditions.isEmpty() || answer.body().length > MOST_EACH) {
            return;
        }
        kept.put(address, new Kept(conditions, answer));
        bytes += answer.body().length;
        while (bytes > MOST_BYTES) {
            forget(kept.firstEntry().getKey());
        }
    }

    private void forget(URI address) {
        Kept old = kept.remove(address);
        if (old != null) {
            bytes -= old.answer().body().length;
        }
    }
}
