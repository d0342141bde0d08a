package org.broadsheet.enrichment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// This is what is known of words beforehand: in how many of 60,000 papers of computer science a
/// stem occurs, and where in keywords it stood in the days that the weights were learned from. Both
/// tables are numbers about words; `benchmarks/run enrichment --learn` makes them again.
///
/// @param papers how many papers were counted
/// @param commonness papers with the stem; a stem without an entry is rarer than all that have one
/// @param habits where the stem stands in keywords
public record Lexicon(int papers, Map<String, Integer> commonness, Map<String, Habit> habits) {
    private static final String COMMON = "common-words.txt";
    private static final String HABITS = "keyword-words.txt";
    private static final int RAREST = 10;

    /// How a word behaves, each as the logarithm of the odds.
    ///
    /// @param inside to be in a keyword
    /// @param first to begin one, if it is in one
    /// @param last to end one, if it is in one
    /// @param before to stand before one
    /// @param after to stand after one
    public record Habit(double inside, double first, double last, double before, double after) {
        static final Habit UNKNOWN = new Habit(0, 0, 0, 0, 0);
    }

    public Lexicon {
        commonness = Map.copyOf(commonness);
        habits = Map.copyOf(habits);
    }

    /// The tables that come with the program.
    public static Lexicon shipped() {
        Map<String, Integer> commonness = new HashMap<>();
        List<String> lines = lines(COMMON);
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(" ");
            for (String stem : List.of(parts).subList(1, parts.length)) {
                commonness.put(stem, Integer.parseInt(parts[0]));
            }
        }
        Map<String, Habit> habits = new HashMap<>();
        for (String line : lines(HABITS)) {
            String[] parts = line.split(" ");
            habits.put(
                    parts[0],
                    new Habit(
                            tenths(parts[1]),
                            tenths(parts[2]),
                            tenths(parts[3]),
                            tenths(parts[4]),
                            tenths(parts[5])));
        }
        return new Lexicon(Integer.parseInt(lines.getFirst()), commonness, habits);
    }

    /// The logarithm of one over the share of papers that have the stem.
    public double rarity(String stem) {
        return Math.log((double) papers / commonness.getOrDefault(stem, RAREST));
    }

    Habit habit(Word word) {
        Habit known = habits.get(word.stem());
        return known != null ? known : habits.getOrDefault(kind(word.surface()), Habit.UNKNOWN);
    }

    /// The kind of a word that is not known: its last letters, or that it is a name or a number.
    /// Never a stem, since it holds a sign that no stem has.
    public static String kind(String surface) {
        for (int i = 0; i < surface.length(); i++) {
            char letter = surface.charAt(i);
            if (Character.isDigit(letter)) {
                return Character.isDigit(surface.charAt(0)) ? "*number" : "*digit";
            }
            if (i > 0 && Character.isUpperCase(letter)) {
                return "*name";
            }
        }
        String lower = surface.toLowerCase(java.util.Locale.ROOT);
        return "*" + lower.substring(Math.max(0, lower.length() - 3));
    }

    private static double tenths(String text) {
        return Integer.parseInt(text) / 10.0;
    }

    private static List<String> lines(String name) {
        InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program lacks its own file " + name, e);
        }
    }
}
