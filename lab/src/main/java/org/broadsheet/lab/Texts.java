package org.broadsheet.lab;

import java.util.regex.Pattern;

/// Checks of what the author of a reproduction writes.
final class Texts {
    static final String NAMES = "small letters, digits and single hyphens, as in one-step-error";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Texts() {}

    static void require(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty; a sentence is needed");
        }
    }

    static void requireName(String what, String name) {
        if (name.length() > 60 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s \"%s\" is no name; accepted are %s".formatted(what, name, NAMES));
        }
    }
}
