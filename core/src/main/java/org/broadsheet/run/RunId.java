package org.broadsheet.run;

import java.util.regex.Pattern;

/// The name of a run: twelve hexadecimal digits, made of what the run is asked to do, so that the
/// same run has the same name everywhere.
public record RunId(String value) {
    public static final String ACCEPTED = "twelve hexadecimal digits, as in 3f9a02c1d4e7";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{12}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a run: \"" + value + "\"; accepted are " + ACCEPTED);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
