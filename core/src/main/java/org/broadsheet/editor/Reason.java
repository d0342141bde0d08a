package org.broadsheet.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.enrichment.Phrases;
import org.broadsheet.paper.Paper;

/// Says why a paper was picked: only what is so and is part of its score.
final class Reason {
    private static final int LONGEST_TITLE = 90;

    private final Interests interests;
    private final List<Taste.Liked> liked;
    private final double near;

    /// @param near how alike a paper must be to one that was voted for
    Reason(Interests interests, List<Taste.Liked> liked, double near) {
        this.interests = interests;
        this.liked = liked;
        this.near = near;
    }

    String of(Sketch sketch) {
        Paper paper = sketch.paper();
        List<String> parts = new ArrayList<>();
        paper.categories().stream()
                .filter(interests::wants)
                .findFirst()
                .ifPresent(category -> parts.add("is in " + category));
        List<String> words = found(paper.title() + ". " + paper.leadText(), keys(interests));
        if (!words.isEmpty()) {
            parts.add("is about " + quoted(words));
        }
        nearest(sketch, parts);
        return parts.isEmpty()
                ? "Picked by the editor: among the newest papers in the wire, and unlike the others"
                        + " picked."
                : "Picked by the editor: it " + joined(parts) + ".";
    }

    private void nearest(Sketch sketch, List<String> parts) {
        Taste.Liked nearest = null;
        double highest = near;
        for (Taste.Liked one : liked) {
            double likeness = one.gain() > 0 ? one.sketch().likeness(sketch) : 0;
            if (likeness > highest) {
                highest = likeness;
                nearest = one;
            }
        }
        if (nearest != null) {
            parts.add(
                    "resembles “"
                            + shortened(nearest.sketch().paper().title())
                            + "”, which got more votes than most of its day");
        }
    }

    /// The keywords by what is compared of them.
    static Map<String, String> keys(Interests interests) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String keyword : interests.keywords()) {
            String key = Phrases.key(keyword);
            if (!key.isEmpty()) {
                keys.putIfAbsent(key, keyword);
            }
        }
        return keys;
    }

    /// Those of the keywords that the text has, as the house wrote them.
    static List<String> found(String text, Map<String, String> keys) {
        if (!mayHaveOne(text, keys)) {
            return List.of();
        }
        String stems = " " + Phrases.key(text) + " ";
        return keys.entrySet().stream()
                .filter(key -> stems.contains(" " + key.getKey() + " "))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Whether the first letters of some keyword stand anywhere: most texts are passed over without
    /// being reduced to stems, which begin as their words do.
    private static boolean mayHaveOne(String text, Map<String, String> keys) {
        String lower = text.toLowerCase(Locale.ROOT);
        return keys.keySet().stream()
                .map(key ->
                        key.substring(
                                0,
                                Math.min(
                                        4,
                                        Math.max(
                                                1,
                                                key.indexOf(' ') < 0
                                                        ? key.length() - 1
                                                        : key.indexOf(' ') - 1))))
                .anyMatch(lower::contains);
    }

    private static String quoted(List<String> words) {
        return joined(words.stream().limit(3).map(word -> "“" + word + "”").toList());
    }

    private static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static String shortened(String title) {
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        int end = title.lastIndexOf(' ', LONGEST_TITLE);
        return title.substring(0, end > 0 ? end : LONGEST_TITLE) + " …";
    }
}
