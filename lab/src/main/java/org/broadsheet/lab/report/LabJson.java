package org.broadsheet.lab.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InputStream;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.RunId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The lab's types as JSON: reports, settings, what a run's process tells. Ids are text, bytes are
/// base64.
public final class LabJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addMixIn(PaperId.class, AsText.class)
                    .addMixIn(RunId.class, AsText.class)
                    .build();

    private LabJson() {}

    /// Makes `{"value": "x"}` a mere `"x"`.
    private interface AsText {
        @JsonValue
        String value();
    }

    /// In one line.
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// For people: indented.
    public static String writePretty(Object value) {
        return MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    /// @throws tools.jackson.core.JacksonException when the text is something else
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// The run whose report this is; the report is read no further than to there.
    ///
    /// @throws IllegalArgumentException when it names none
    public static RunId runOf(InputStream report) {
        try (JsonParser parser = MAPPER.createParser(report)) {
            parser.nextToken(); // where the report begins
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("run")) {
                    return new RunId(parser.getString());
                }
                parser.skipChildren();
            }
        }
        throw new IllegalArgumentException("a report that names no run");
    }
}
