package org.broadsheet.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// Something to look at: data with a caption. How it is drawn is not its business.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Chart.class, name = "chart"),
    @JsonSubTypes.Type(value = Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = HeatMap.class, name = "heat-map"),
    @JsonSubTypes.Type(value = Picture.class, name = "picture"),
    @JsonSubTypes.Type(value = Sound.class, name = "sound"),
    @JsonSubTypes.Type(value = Table.class, name = "table")
})
public sealed interface Exhibit permits Chart, Bars, HeatMap, Picture, Sound, Table {
    /// Its name within the run, as in `capacity`.
    String id();

    Caption caption();

    /// @param title what is shown, without a full stop
    /// @param finding what it shows, in a sentence with its numbers: read aloud in place of the
    ///   picture
    record Caption(String title, String finding) {
        public Caption {
            Texts.require("the title of an exhibit", title);
            Texts.require("the finding of \"" + title + "\"", finding);
        }
    }

    /// @param label with its unit, as in `time, s`
    record Axis(String label, Scale scale) {
        public static Axis linear(String label) {
            return new Axis(label, Scale.LINEAR);
        }

        public static Axis log(String label) {
            return new Axis(label, Scale.LOG);
        }
    }

    enum Scale {
        LINEAR,
        /// All values must be positive.
        LOG
    }

    /// Who is speaking; it decides how something is drawn.
    enum Role {
        /// What this run measured of the paper's method: the one colour.
        MEASURED,
        /// What the paper's formula, or an exact solution, says.
        THEORY,
        /// What it is compared with.
        BASELINE
    }

    /// All exhibits refuse values that no chart can show.
    private static void requireFinite(String where, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(where + " has the value " + value);
        }
    }

    static void requireFinite(String where, double[] values) {
        for (double value : values) {
            requireFinite(where, value);
        }
    }

    static void requireSome(String where, List<?> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(where + " is empty");
        }
    }
}
