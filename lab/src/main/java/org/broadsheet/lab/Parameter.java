package org.broadsheet.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// Something that a reader may set before a run. Values are text outside (a form, the command line,
/// a stored setting) and checked by [#read].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Parameter.Whole.class, name = "whole"),
    @JsonSubTypes.Type(value = Parameter.Real.class, name = "real"),
    @JsonSubTypes.Type(value = Parameter.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Parameter.Switch.class, name = "switch")
})
public sealed interface Parameter {
    Knob knob();

    /// The value of a fresh form, in the one way it is written.
    String start(Size size);

    /// The value in the one way it is written: `0.50` becomes `0.5`.
    ///
    /// @throws IllegalArgumentException when it is not accepted, saying what was given and what is
    ///   accepted
    String read(String text);

    /// What is accepted, as in `8 to 64`.
    String accepted();

    default String name() {
        return knob().name();
    }

    /// @param name as in `--set patterns=4096`
    /// @param label over the field
    /// @param unit after the value, or empty
    /// @param help one line below the field
    record Knob(String name, String label, String unit, String help) {
        public Knob {
            Texts.requireName("parameter", name);
            Texts.require("the label of " + name, label);
            if (name.equals("seed") || name.equals("size")) {
                throw new IllegalArgumentException(
                        "parameter \"" + name + "\": every run has one already");
            }
        }

        public Knob(String name, String label) {
            this(name, label, "", "");
        }
    }

    /// A whole number, both ends included.
    record Whole(Knob knob, long least, long most, Start<Long> start) implements Parameter {
        public Whole {
            requireWithin(knob, start.quick() >= least && start.quick() <= most);
            requireWithin(knob, start.full() >= least && start.full() <= most);
            requireWithin(knob, start.paper() >= least && start.paper() <= most);
        }

        @Override
        public String start(Size size) {
            return Long.toString(start.at(size));
        }

        @Override
        public String read(String text) {
            try {
                long value = Long.parseLong(text.strip().replace(",", "").replace("_", ""));
                if (value >= least && value <= most) {
                    return Long.toString(value);
                }
            } catch (NumberFormatException _) {
                // told below, like a number out of range
            }
            throw refused(this, text);
        }

        @Override
        public String accepted() {
            return "whole numbers from " + least + " to " + most;
        }
    }

    /// A real number, both ends included.
    record Real(Knob knob, double least, double most, Start<Double> start) implements Parameter {
        public Real {
            requireWithin(knob, start.quick() >= least && start.quick() <= most);
            requireWithin(knob, start.full() >= least && start.full() <= most);
            requireWithin(knob, start.paper() >= least && start.paper() <= most);
        }

        @Override
        public String start(Size size) {
            return Figures.exact(start.at(size));
        }

        @Override
        public String read(String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (value >= least && value <= most) {
                    return Figures.exact(value);
                }
            } catch (NumberFormatException _) {
                // told below, like a number out of range
            }
            throw refused(this, text);
        }

        @Override
        public String accepted() {
            return "numbers from " + Figures.exact(least) + " to " + Figures.exact(most);
        }
    }

    /// One of several words.
    record Choice(Knob knob, List<String> options, Start<String> start) implements Parameter {
        public Choice {
            options = List.copyOf(options);
            requireWithin(knob, options.contains(start.quick()));
            requireWithin(knob, options.contains(start.full()));
            requireWithin(knob, options.contains(start.paper()));
        }

        @Override
        public String start(Size size) {
            return start.at(size);
        }

        @Override
        public String read(String text) {
            if (options.contains(text.strip())) {
                return text.strip();
            }
            throw refused(this, text);
        }

        @Override
        public String accepted() {
            return String.join(", ", options);
        }
    }

    /// Yes or no; a form's tick.
    record Switch(Knob knob, Start<Boolean> start) implements Parameter {
        @Override
        public String start(Size size) {
            return start.at(size) ? "yes" : "no";
        }

        @Override
        public String read(String text) {
            return switch (text.strip()) {
                case "yes", "true", "on" -> "yes";
                case "no", "false", "off" -> "no";
                default -> throw refused(this, text);
            };
        }

        @Override
        public String accepted() {
            return "yes, no";
        }
    }

    private static void requireWithin(Knob knob, boolean within) {
        if (!within) {
            throw new IllegalArgumentException(
                    "parameter \"" + knob.name() + "\" starts outside of what it accepts");
        }
    }

    private static IllegalArgumentException refused(Parameter parameter, String text) {
        return new IllegalArgumentException(
                "%s: accepted are %s; given was \"%s\""
                        .formatted(parameter.name(), parameter.accepted(), text));
    }
}
