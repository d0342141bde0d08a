package org.broadsheet.server.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the operator stated, key by key, with the place where it stands. A later statement of the
/// same key replaces the earlier.
final class Stated {
    private final Map<Key, Value> values = new EnumMap<>(Key.class);

    void put(Key key, String text, String where) {
        values.put(key, new Value(key, text.strip(), where));
    }

    /// What was stated, else the key's default.
    Value value(Key key) {
        return Optional.ofNullable(stated(key))
                .orElseGet(() -> new Value(key, key.standard(), "the defaults"));
    }

    @Nullable Value stated(Key key) {
        return values.get(key);
    }

    /// @param where as in `broadsheet.yaml, line 3`
    record Value(Key key, String text, String where) {
        BadSetting refused() {
            return BadSetting.value(key, text, where);
        }
    }
}
