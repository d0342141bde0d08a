package org.broadsheet.server.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.WirePlace;

/// A place in the wire as a word that clients hand back unread.
final class Cursor {
    private Cursor() {}

    static String after(Paper last) {
        String day = last.published() == null ? "" : last.published().toString();
        byte[] text = (day + ' ' + last.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static WirePlace read(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            int blank = text.indexOf(' ');
            String day = text.substring(0, blank);
            return new WirePlace(
                    day.isEmpty() ? null : LocalDate.parse(day),
                    PaperId.of(text.substring(blank + 1)),
                    null);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException _) {
            throw Refused.parameter(
                    "cursor must be one from the Link header of the page before, got \"%s\""
                            .formatted(Parameters.shown(word)));
        }
    }
}
