package org.broadsheet.lab;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/// All that a run was asked to do: a size, a seed, and a value for every parameter.
///
/// @param values by the parameter's name, each as [Parameter#read] writes it
public record Setting(Size size, long seed, SortedMap<String, String> values) {
    public Setting {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// The setting in which everything that is not given stands at the start of its size.
    ///
    /// @param given by name, as typed
    /// @throws IllegalArgumentException for an unknown name or a value that is not accepted, saying
    ///   what is
    public static Setting of(
            List<Parameter> parameters, Size size, long seed, Map<String, String> given) {
        SortedMap<String, String> values = new TreeMap<>();
        parameters.forEach(one -> values.put(one.name(), one.start(size)));
        given.forEach((name, text) -> values.put(name, find(parameters, name).read(text)));
        return new Setting(size, seed, values);
    }

    private static Parameter find(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(parameters, name));
    }

    private static IllegalArgumentException unknown(List<Parameter> parameters, String name) {
        String names =
                parameters.stream()
                        .map(Parameter::name)
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "no parameter \"%s\"; there are %s".formatted(name, names));
    }

    /// The value of a [Parameter.Whole].
    public long whole(String name) {
        return Long.parseLong(text(name));
    }

    /// The value of a [Parameter.Whole] that fits an `int`, as sizes do.
    public int count(String name) {
        return Math.toIntExact(whole(name));
    }

    /// The value of a [Parameter.Real].
    public double real(String name) {
        return Double.parseDouble(text(name));
    }

    /// The value of a [Parameter.Choice].
    public String choice(String name) {
        return text(name);
    }

    /// The value of a [Parameter.Switch].
    public boolean isOn(String name) {
        return text(name).equals("yes");
    }

    private String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no parameter \"%s\"; there are %s".formatted(name, values.keySet()));
        }
        return value;
    }

    /// A generator of its own for each purpose and repetition, as in `random("noise", 3)`: what one
    /// part draws does not depend on how much another drew.
    public RandomGenerator.SplittableGenerator random(String purpose, int repetition) {
        byte[] text = (seed + "/" + purpose + "/" + repetition).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return RandomGeneratorFactory.<RandomGenerator.SplittableGenerator>of(
                            "L64X128MixRandom")
                    .create(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
