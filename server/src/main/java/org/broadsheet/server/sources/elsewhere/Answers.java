package org.broadsheet.server.sources.elsewhere;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;
import org.broadsheet.source.Web.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads answers whole, or says what they were instead.
public final class Answers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 80;

    private Answers() {}

    public static boolean isMissing(Answer answer) {
        return answer.status() == 404;
    }

    /// @param who the service, for the message
    public static ObjectNode object(Answer answer, String who) throws SourceTrouble {
        if (json(answer, who) instanceof ObjectNode object) {
            return object;
        }
        throw trouble(answer, who, "a JSON object");
    }

    public static ArrayNode array(Answer answer, String who) throws SourceTrouble {
        if (json(answer, who) instanceof ArrayNode array) {
            return array;
        }
        throw trouble(answer, who, "a JSON array");
    }

    private static JsonNode json(Answer answer, String who) throws SourceTrouble {
        if (isMissing(answer)) {
            throw trouble(answer, who, "JSON");
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException _) {
            throw trouble(answer, who, "JSON");
        }
    }

    /// What came in place of what was asked for. A page for people is what services show while they
    /// are down, so that it helps to ask again.
    static SourceTrouble trouble(Answer answer, String who, String wanted) {
        int length = Math.min(answer.body().length, 4 * SHOWN);
        String begins =
                new String(answer.body(), 0, length, StandardCharsets.UTF_8)
                        .replaceAll("[\\p{Cntrl}\\s]+", " ")
                        .strip();
        return new SourceTrouble(
                Remedy.AGAIN,
                "%s answered with status %d and %s, not with %s; it begins \"%s\""
                        .formatted(
                                who,
                                answer.status(),
                                answer.contentType().isEmpty() ? "no type" : answer.contentType(),
                                wanted,
                                begins.substring(0, Math.min(SHOWN, begins.length()))));
    }

    static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static String inQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// As part of a path: slashes stay.
    public static String inPath(String text) {
        return inQuery(text).replace("+", "%20").replace("%2F", "/");
    }
}
