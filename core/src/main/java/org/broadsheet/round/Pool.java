package org.broadsheet.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.Period;
import org.broadsheet.edition.Place;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.round.Preferences.Part;

/// What the digests of some days can choose from, as everything stood at one moment: the days'
/// editions, what was trending, and whatever else came in. The same days and moment make the same
/// pool. Safe for many threads.
public final class Pool {
    private static final int MOST_TRENDING = 30;
    private static final int MOST_OF_WIRE = 3_000;
    private static final int WIRE_PAGE = 500;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    /// In the order in which papers are chosen where nothing else decides.
    private final Map<PaperId, Item> items;

    private Pool(Map<PaperId, Item> items) {
        this.items = items;
    }

    /// @param rank in its day's edition, from 1; 0 outside of them
    /// @param words title and keywords in small letters, with a blank before and after each word
    private record Item(
            Paper paper, int rank, LocalDate day, long votes, boolean isTrending, String words) {}

    public static Pool of(Span span, Instant asOf, Editions editions, PaperStore papers) {
        List<Item> placed = new ArrayList<>();
        for (LocalDate day : span.days()) {
            editions.of(new Period.Day(day), asOf).places().stream()
                    .map(place -> placed(place, day))
                    .forEach(placed::add);
        }
        placed.sort(
                Comparator.comparingLong(Item::votes)
                        .thenComparing(Item::day)
                        .reversed()
                        .thenComparingInt(Item::rank));
        Map<PaperId, Item> items = new LinkedHashMap<>();
        placed.forEach(item -> items.putIfAbsent(item.paper().id(), item));
        editions.trending(asOf, MOST_TRENDING)
                .forEach(place ->
                        items.merge(place.paper().id(), trending(place, span.last()), Pool::both));
        wire(span, papers).forEach(item -> items.putIfAbsent(item.paper().id(), item));
        return new Pool(items);
    }

    private static Item placed(Place place, LocalDate day) {
        Paper paper = place.paper();
        return new Item(paper, place.rank(), day, place.standing().votes(), false, words(paper));
    }

    private static Item trending(Place place, LocalDate day) {
        Paper paper = place.paper();
        return new Item(paper, 0, day, place.standing().votes(), true, words(paper));
    }

    private static Item both(Item placed, Item trending) {
        return new Item(
                placed.paper(), placed.rank(), placed.day(), placed.votes(), true, placed.words());
    }

    /// Whatever was published on these days, the latest first.
    private static List<Item> wire(Span span, PaperStore papers) {
        List<Item> found = new ArrayList<>();
        WirePlace place = WirePlace.TOP.from(span.last());
        while (found.size() < MOST_OF_WIRE) {
            List<Paper> page = papers.wire(place, WIRE_PAGE);
            for (Paper paper : page) {
                LocalDate day = paper.published();
                if (day == null || !span.holds(day)) {
                    return found;
                }
                found.add(new Item(paper, 0, day, 0, false, words(paper)));
            }
            if (page.size() < WIRE_PAGE) {
                return found;
            }
            Paper last = page.getLast();
            place = new WirePlace(last.published(), last.id(), null);
        }
        return found;
    }

    private static String words(Paper paper) {
        StringBuilder words = new StringBuilder(plain(paper.title()));
        paper.keywords().forEach(keyword -> words.append(plain(keyword)));
        return words.toString();
    }

    /// Letters and digits in small, everything else a blank, one at each end.
    private static String plain(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
                + " ";
    }

    /// The papers that somebody wants, best first: those about their subjects, then the others, by
    /// votes.
    ///
    /// @param had what they had before
    public List<Chosen> choose(Preferences preferences, Set<PaperId> had) {
        List<Chosen> subjects = new ArrayList<>();
        List<Chosen> others = new ArrayList<>();
        Map<String, String> keywords = keywords(preferences);
        for (Item item : items.values()) {
            if (subjects.size() >= preferences.most()) {
                break;
            }
            if (had.contains(item.paper().id())) {
                continue;
            }
            Optional<String> subject = subject(item, preferences, keywords);
            if (subject.isPresent()) {
                subjects.add(chosen(item, subject.get()));
            } else if (others.size() < preferences.most()) {
                part(item, preferences).ifPresent(why -> others.add(chosen(item, why)));
            }
        }
        subjects.addAll(others);
        return List.copyOf(subjects.subList(0, Math.min(preferences.most(), subjects.size())));
    }

    /// Those of these papers that are in the pool, in the order given, each with why its reader
    /// gets it.
    public List<Chosen> tell(Collection<PaperId> papers, Preferences preferences) {
        Map<String, String> keywords = keywords(preferences);
        return papers.stream()
                .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                .map(item ->
                        chosen(
                                item,
                                subject(item, preferences, keywords)
                                        .or(() -> part(item, preferences))
                                        .orElse("")))
                .toList();
    }

    /// All that can be chosen.
    public Set<PaperId> papers() {
        return Set.copyOf(items.keySet());
    }

    private static Chosen chosen(Item item, String reason) {
        return new Chosen(item.paper(), item.votes(), reason);
    }

    private static Map<String, String> keywords(Preferences preferences) {
        Map<String, String> plain = new HashMap<>();
        preferences.keywords().forEach(keyword -> plain.put(keyword, plain(keyword)));
        return plain;
    }

    private static Optional<String> subject(
            Item item, Preferences preferences, Map<String, String> keywords) {
        for (String keyword : preferences.keywords()) {
            String plain = keywords.getOrDefault(keyword, "");
            if (!plain.isBlank() && item.words().contains(plain)) {
                return Optional.of("You asked for “%s”.".formatted(keyword));
            }
        }
        return item.paper().categories().stream()
                .filter(category ->
                        preferences.categories().contains(category)
                                || preferences.categories().contains(archive(category)))
                .findFirst()
                .map("You asked for the category %s."::formatted);
    }

    /// Of `cs.LG` it is `cs`: who asks for an archive gets all of its categories.
    private static String archive(String category) {
        int dot = category.indexOf('.');
        return dot < 0 ? category : category.substring(0, dot);
    }

    private static Optional<String> part(Item item, Preferences preferences) {
        if (item.rank() > 0 && preferences.parts().contains(Part.EDITION)) {
            return Optional.of(
                    item.rank() == 1
                            ? "Leads the edition of %s.".formatted(DAY.format(item.day()))
                            : "No. %d in the edition of %s."
                                    .formatted(item.rank(), DAY.format(item.day())));
        }
        return item.isTrending() && preferences.parts().contains(Part.TRENDING)
                ? Optional.of("Gets votes now.")
                : Optional.empty();
    }
}
