package org.broadsheet.enrichment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.enrichment.Lexicon.Habit;

/// Finds every run of up to [#LONGEST] words that may be a keyword, with what tells a keyword from
/// another run: the habits of its words and of those around it, how rare they are, where and how
/// often it stands, and whether it is a name.
public final class Phrases {
    public static final int LONGEST = 5;

    /// How many numbers describe a phrase.
    public static final int FEATURES = 27;

    private static final double EDGE = 1;

    /// What a spelling inside a sentence counts for beside one in a title or at a sentence's start,
    /// where capitals say nothing.
    private static final int IN_RUNNING_TEXT = 3;

    private final Lexicon lexicon;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private Phrases(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// The phrases of a paper, in the order in which they first stand.
    public static List<Phrase> of(String title, String text, Lexicon lexicon) {
        Phrases phrases = new Phrases(lexicon);
        phrases.add(Words.of(title), true);
        phrases.add(Words.of(text), false);
        List<Phrase> all = new ArrayList<>(phrases.found.size());
        phrases.found.forEach((key, one) -> all.add(one.phrase(key)));
        return all;
    }

    /// What is compared of a keyword, whoever wrote it: its stems.
    public static String key(String keyword) {
        StringBuilder key = new StringBuilder();
        for (Word word : Words.of(keyword)) {
            key.append(key.isEmpty() ? "" : " ").append(word.stem());
        }
        return key.toString();
    }

    private void add(List<Word> words, boolean isTitle) {
        for (int from = 0; from < words.size(); from++) {
            if (words.get(from).isCompounded()) {
                continue;
            }
            for (int to = from + 1; to <= words.size() && to - from <= LONGEST; to++) {
                if (to - from > 1 && words.get(to - 1).isApart()) {
                    break;
                }
                boolean isWhole = to == words.size() || !words.get(to).isCompounded();
                if (isWhole && isPlausible(words.subList(from, to))) {
                    add(words, from, to, isTitle);
                }
            }
        }
    }

    private static boolean isPlausible(List<Word> run) {
        return run.stream().anyMatch(word -> word.surface().length() > 1)
                && run.stream().anyMatch(word -> Character.isLetter(word.surface().charAt(0)));
    }

    private void add(List<Word> words, int from, int to, boolean isTitle) {
        StringBuilder key = new StringBuilder();
        StringBuilder surface = new StringBuilder();
        for (Word word : words.subList(from, to)) {
            boolean isFirst = key.isEmpty();
            key.append(isFirst ? "" : " ").append(word.stem());
            surface.append(isFirst ? "" : word.isCompounded() ? "-" : " ").append(word.surface());
        }
        found.computeIfAbsent(key.toString(), _ -> new Found(words.subList(from, to)))
                .stands(new Place(words, from, to, isTitle), surface.toString());
    }

    /// One place where a phrase stands.
    private record Place(List<Word> words, int from, int to, boolean isTitle) {}

    /// A phrase and all its places so far.
    private final class Found {
        private final List<Word> run;
        private final Map<String, Integer> surfaces = new HashMap<>();
        private double before;
        private double after;
        private int times;
        private int inTitle;
        private int apart;
        private int abbreviated;
        private int capitalised;
        private double earliest = 1;

        Found(List<Word> run) {
            this.run = run;
        }

        void stands(Place place, String surface) {
            times++;
            List<Word> words = place.words();
            boolean opens = place.from() == 0 || words.get(place.from()).isApart();
            boolean hasOwnCapitals = !place.isTitle() && !opens;
            surfaces.merge(surface, hasOwnCapitals ? IN_RUNNING_TEXT : 1, Integer::sum);
            before += opens ? EDGE : lexicon.habit(words.get(place.from() - 1)).before();
            boolean closes = place.to() == words.size() || words.get(place.to()).isApart();
            after += closes ? EDGE : lexicon.habit(words.get(place.to())).after();
            apart += opens && closes ? 1 : 0;
            abbreviated += isAbbreviated(place) ? 1 : 0;
            capitalised += !opens && words.get(place.from()).isCapitalised() ? 1 : 0;
            if (place.isTitle()) {
                inTitle++;
            } else {
                earliest = Math.min(earliest, (double) place.from() / words.size());
            }
        }

        Phrase phrase(String key) {
            double least = Double.MAX_VALUE;
            double sum = 0;
            double rarity = 0;
            double rarest = 0;
            boolean isNamed = false;
            boolean isCompound = false;
            for (Word word : run) {
                double inside = lexicon.habit(word).inside();
                least = Math.min(least, inside);
                sum += inside;
                double rare = lexicon.rarity(word.stem());
                rarity += rare;
                rarest = Math.max(rarest, rare);
                isNamed |= word.isNamed();
                isCompound |= word.isCompounded();
            }
            Habit first = lexicon.habit(run.getFirst());
            Habit last = lexicon.habit(run.getLast());
            int length = run.size();
            double[] features = new double[FEATURES];
            features[Math.min(length, LONGEST) - 1] = 1;
            features[5] = least;
            features[6] = sum / length;
            features[7] = first.first();
            features[8] = last.last();
            features[9] = before / times;
            features[10] = after / times;
            features[11] = Math.log(times);
            features[12] = inTitle > 0 ? 1 : 0;
            features[13] = earliest;
            features[14] = isNamed ? 1 : 0;
            features[15] = isNamed && length == 1 ? 1 : 0;
            features[16] = isCompound ? 1 : 0;
            features[17] = rarity / length;
            features[18] = rarest;
            features[19] = apart > 0 ? 1 : 0;
            features[20] = abbreviated > 0 ? 1 : 0;
            features[21] = (double) capitalised / times;
            features[22] = Math.log(times) * Math.min(length, 3);
            features[23] = length == 1 ? least : 0;
            features[24] = length == 1 ? rarity : 0;
            features[25] = lexicon.habit(run.getFirst()).inside();
            features[26] = lexicon.habit(run.getLast()).inside();
            return new Phrase(key, surface(), features);
        }

        private String surface() {
            return surfaces.entrySet().stream()
                    .max(
                            Map.Entry.<String, Integer>comparingByValue()
                                    .thenComparing(entry -> lowerCases(entry.getKey()))
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }
    }

    private static long lowerCases(String text) {
        return text.chars().filter(Character::isLowerCase).count();
    }

    /// Whether its short form follows in parentheses, as in `large language model (LLM)`.
    private static boolean isAbbreviated(Place place) {
        if (place.to() >= place.words().size() || place.to() - place.from() < 2) {
            return false;
        }
        Word next = place.words().get(place.to());
        if (next.gap() != Word.Gap.OPENS || next.surface().length() < 2) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        place.words()
                .subList(place.from(), place.to())
                .forEach(word -> initials.append(word.surface().charAt(0)));
        return next.surface()
                .toLowerCase(Locale.ROOT)
                .startsWith(initials.toString().toLowerCase(Locale.ROOT));
    }
}
