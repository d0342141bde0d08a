package org.broadsheet.embedding.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the pieces of the vocabulary and their numbers from a tokenizer file as Hugging Face
/// writes it: the object `model.vocab`.
final class Vocabulary {
    private Vocabulary() {}

    static Map<String, Integer> read(ModelFile tokenizer) {
        try (InputStream content = tokenizer.open();
                JsonParser json =
                        new JsonFactory().createParser(ObjectReadContext.empty(), content)) {
            enter(json, "model");
            enter(json, "vocab");
            return pieces(json);
        } catch (IOException | JacksonException e) {
            throw new UncheckedIOException(
                    new IOException("cannot read the vocabulary in " + tokenizer.resource(), e));
        }
    }

    /// Moves past the opening brace of the named object inside the next object.
    private static void enter(JsonParser json, String name) throws IOException {
        if (json.currentToken() == null) {
            json.nextToken();
        }
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            JsonToken value = json.nextToken();
            if (key.equals(name) && value == JsonToken.START_OBJECT) {
                return;
            }
            json.skipChildren();
        }
        throw new IOException("there is no object \"" + name + "\"");
    }

    private static Map<String, Integer> pieces(JsonParser json) {
        Map<String, Integer> pieces = HashMap.newHashMap(32_000);
        for (String piece = json.nextName(); piece != null; piece = json.nextName()) {
            json.nextToken();
            pieces.put(piece, json.getIntValue());
        }
        return pieces;
    }
}
