package org.broadsheet.server.config;

/// A setting that cannot be used; the message names it, its value, where it stands, and what is
/// accepted. Only the operator can mend it, so the program ends with it.
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadSetting(String message) {
        super(message);
    }

    static BadSetting unknown(String key, String where) {
        return new BadSetting(
                "unknown setting \"%s\" in %s; did you mean \"%s\"?"
                        .formatted(key, where, Key.nearest(key).dotted()));
    }

    static BadSetting value(Key key, String value, String where) {
        return new BadSetting(
                "%s is \"%s\" in %s; accepted is %s"
                        .formatted(key.dotted(), Database.masked(value), where, key.accepted()));
    }
}
