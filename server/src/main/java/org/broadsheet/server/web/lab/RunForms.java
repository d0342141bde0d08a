package org.broadsheet.server.web.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.RunForm;
import org.broadsheet.server.web.page.RunForm.Field;
import org.broadsheet.server.web.page.RunForm.Kind;

/// The form that asks for a run: made for a setting, and read again when it comes back.
///
/// @param took how long a run of each size took, in words
record RunForms(Descriptor descriptor, Map<Size, String> took) {
    /// Parameters are sent under this prefix, so that none can be mistaken for the paper or the
    /// size.
    static final String PREFIX = "set.";

    private static final String SEED = "seed";
    private static final String SEEDS = "whole numbers";

    /// What a reader typed.
    ///
    /// @param values by the fields' names
    record Typed(Size size, Map<String, String> values) {}

    /// What becomes of it.
    sealed interface Reading {
        record Accepted(Setting setting) implements Reading {}

        /// The same values, each refused one with its reason.
        record Refused(RunForm form) implements Reading {}
    }

    RunForm fresh(Size size) {
        return of(Setting.of(descriptor.parameters(), size, 1, Map.of()));
    }

    RunForm of(Setting setting) {
        Map<String, String> values = new HashMap<>();
        values.put(SEED, Long.toString(setting.seed()));
        setting.values().forEach((name, value) -> values.put(PREFIX + name, value));
        return form(new Typed(setting.size(), values), Map.of());
    }

    /// @throws IllegalArgumentException for a field that there is not
    Reading read(Typed typed) {
        requireKnown(typed);
        Map<String, String> errors = new HashMap<>();
        Map<String, String> given = new HashMap<>();
        for (Parameter parameter : descriptor.parameters()) {
            String text = typed.values().get(PREFIX + parameter.name());
            if (text != null) {
                try {
                    given.put(parameter.name(), parameter.read(text));
                } catch (IllegalArgumentException _) {
                    errors.put(PREFIX + parameter.name(), refused(parameter.accepted(), text));
                }
            }
        }
        String seed = typed.values().getOrDefault(SEED, "1").strip();
        if (!seed.matches("-?\\d{1,18}")) {
            errors.put(SEED, refused(SEEDS, seed));
        }
        if (!errors.isEmpty()) {
            return new Reading.Refused(form(typed, errors));
        }
        return new Reading.Accepted(
                Setting.of(descriptor.parameters(), typed.size(), Long.parseLong(seed), given));
    }

    private void requireKnown(Typed typed) {
        List<String> known =
                descriptor.parameters().stream().map(one -> PREFIX + one.name()).toList();
        typed.values().keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "no parameter \"%s\"; there are %s"
                                    .formatted(
                                            name.substring(PREFIX.length()),
                                            descriptor.parameters().stream()
                                                    .map(Parameter::name)
                                                    .collect(Collectors.joining(", "))));
                });
    }

    private static String refused(String accepted, String text) {
        String given = text.isBlank() ? "you gave nothing" : "you gave " + shortened(text);
        return "Accepted are %s; %s".formatted(accepted, given);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "…";
    }

    private RunForm form(Typed typed, Map<String, String> errors) {
        List<Field> fields = new ArrayList<>();
        boolean isErrorSeen = false;
        for (Field field : Stream.concat(parameters(typed, errors), seed(typed, errors)).toList()) {
            fields.add(field.isRefused() && !isErrorSeen ? field.asFirst() : field);
            isErrorSeen |= field.isRefused();
        }
        return new RunForm(
                descriptor.paper(),
                typed.size(),
                Arrays.stream(Size.values()).map(this::link).toList(),
                fields,
                hint(typed.size()));
    }

    private RunForm.SizeLink link(Size size) {
        return new RunForm.SizeLink(
                size,
                Words.size(size),
                Addresses.paper(descriptor.paper()) + "?size=" + size.word() + "#settings");
    }

    private String hint(Size size) {
        String took = this.took.get(size);
        return (took == null ? "" : "The last of this size took " + took + ". ")
                + "Same settings, same result.";
    }

    private Stream<Field> parameters(Typed typed, Map<String, String> errors) {
        return descriptor.parameters().stream().map(one -> field(one, typed, errors));
    }

    private static Field field(Parameter parameter, Typed typed, Map<String, String> errors) {
        String name = PREFIX + parameter.name();
        return new Field(
                name,
                parameter.knob().label(),
                parameter.knob().unit(),
                help(parameter),
                kind(parameter),
                parameter instanceof Parameter.Choice choice ? choice.options() : List.of(),
                typed.values().getOrDefault(name, parameter.start(typed.size())),
                errors.getOrDefault(name, ""),
                false);
    }

    private static Kind kind(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Whole _ -> Kind.WHOLE;
            case Parameter.Real _ -> Kind.REAL;
            case Parameter.Choice _ -> Kind.CHOICE;
            case Parameter.Switch _ -> Kind.SWITCH;
        };
    }

    private static String help(Parameter parameter) {
        String range =
                switch (parameter) {
                    case Parameter.Whole whole ->
                            "%,d to %,d".formatted(whole.least(), whole.most());
                    case Parameter.Real real -> real.accepted().replaceFirst("numbers from ", "");
                    case Parameter.Choice _, Parameter.Switch _ -> "";
                };
        String help = parameter.knob().help();
        return help.isEmpty() || range.isEmpty() ? help + range : range + "; " + help;
    }

    private static Stream<Field> seed(Typed typed, Map<String, String> errors) {
        return Stream.of(
                new Field(
                        SEED,
                        "Seed",
                        "",
                        "of all that is random",
                        Kind.WHOLE,
                        List.of(),
                        typed.values().getOrDefault(SEED, "1"),
                        errors.getOrDefault(SEED, ""),
                        false));
    }
}
