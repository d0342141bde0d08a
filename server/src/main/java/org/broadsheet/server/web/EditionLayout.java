package org.broadsheet.server.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.edition.Edition;
import org.broadsheet.edition.Period;
import org.broadsheet.edition.Place;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.EditionPage;
import org.broadsheet.server.web.page.EditionPage.Empty;
import org.broadsheet.server.web.page.EditionPage.Kind;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Paging;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.Story;

/// Lays an edition out by rank: the first paper leads, two stand beside it, eight fill the columns,
/// the rest is in brief. A later page of a long edition is all briefs.
public final class EditionLayout {
    static final int PAGE = 60;

    private static final int SECONDS = 2;
    private static final int COLUMNS = 8;
    private static final String BY_VOTES =
            "By votes; ties by comments, then by the earlier submission, then by id."
                    + " Each paper says why it stands where it stands.";
    private static final String BY_HEAT =
            "By recent votes: each counts half after 36 working hours. Ties by comments, then"
                    + " by the later submission, then by id. Each paper says why it stands where"
                    + " it stands.";

    private final Frames frames;
    private final Stories stories;
    private final SettingUp settingUp;

    public EditionLayout(Frames frames, Stories stories, SettingUp settingUp) {
        this.frames = frames;
        this.stories = stories;
        this.settingUp = settingUp;
    }

    EditionPage of(Edition edition, AsOf asOf, Asked asked) {
        Period period = edition.period();
        String path = Addresses.edition(period);
        String title = Dates.title(period);
        Optional<Link> before = edition.before().map(EditionLayout::turn);
        Optional<Link> after = edition.after().map(EditionLayout::turn);
        Frame frame =
                frames.of(
                                title,
                                described(edition.places(), title),
                                asked.page() == 1 ? path : path + "?page=" + asked.page(),
                                section(period),
                                anchor(period))
                        .withData(Addresses.editionData(period));
        boolean isFront = period instanceof Period.Day && asked.page() == 1;
        return page(
                new Printed(
                        frame,
                        isFront ? Kind.FRONT : Kind.INSIDE,
                        title,
                        iso(period),
                        path,
                        BY_VOTES),
                edition.places(),
                before,
                after,
                asOf,
                asked,
                edition.places().isEmpty() ? Optional.of(empty(edition)) : Optional.empty());
    }

    EditionPage trending(List<Place> places, AsOf asOf, Asked asked) {
        String path = "/papers/trending";
        Frame frame =
                frames.of(
                                "Trending papers",
                                described(places, "what readers vote for now"),
                                asked.page() == 1 ? path : path + "?page=" + asked.page(),
                                Section.TRENDING)
                        .withData("/api/daily_papers?sort=trending");
        Optional<Empty> empty =
                places.isEmpty()
                        ? Optional.of(
                                new Empty(
                                        "Nothing is trending yet",
                                        "Papers come here when readers vote for them,"
                                                + " whenever they appeared.",
                                        List.of(
                                                new Link("/papers", "Today’s edition"),
                                                new Link("/wire", "The wire"))))
                        : Optional.empty();
        return page(
                new Printed(frame, Kind.INSIDE, "Trending", "", path, BY_HEAT),
                places,
                Optional.empty(),
                Optional.empty(),
                asOf,
                asked,
                empty);
    }

    /// What an edition's page is whatever papers are on it.
    private record Printed(
            Frame frame, Kind kind, String heading, String iso, String path, String order) {}

    private EditionPage page(
            Printed printed,
            List<Place> places,
            Optional<Link> before,
            Optional<Link> after,
            AsOf asOf,
            Asked asked,
            Optional<Empty> empty) {
        Paging paging =
                Paging.of(asked.page(), places.size(), PAGE, p -> asked.address(printed.path(), p));
        if (paging.isBeyond()) {
            throw new BadAddress(
                    "not a page of this edition: %d; it has %s"
                            .formatted(
                                    asked.page(),
                                    paging.isOne() ? "one page" : paging.pages() + " pages"));
        }
        int first = (asked.page() - 1) * PAGE;
        List<Story> shown =
                stories.of(
                        places.subList(first, Math.min(places.size(), first + PAGE)),
                        asOf,
                        asked.request());
        boolean isFirst = asked.page() == 1;
        int lead = isFirst ? Math.min(1, shown.size()) : 0;
        int seconds = isFirst ? Math.min(lead + SECONDS, shown.size()) : 0;
        int columns = isFirst ? Math.min(seconds + COLUMNS, shown.size()) : 0;
        return new EditionPage(
                printed.frame().withTurns(paging.previous(), paging.next()),
                printed.kind(),
                printed.heading(),
                printed.iso(),
                count(places.size()),
                printed.order(),
                writers(shown),
                before,
                after,
                shown.subList(0, lead),
                shown.stream().limit(lead).findFirst().flatMap(stories::evidence),
                shown.subList(lead, seconds),
                shown.subList(seconds, columns),
                shown.subList(columns, shown.size()),
                paging,
                asOf.isPast()
                        ? Optional.of(new EditionPage.AsOf(asOf.shown(), printed.path()))
                        : Optional.empty(),
                empty,
                printed.kind() == Kind.FRONT && settingUp.isAwaited(asked.request()));
    }

    /// One sentence for all the short texts of a page, so that not every story needs a label.
    private static String writers(List<Story> shown) {
        Set<String> writers = new TreeSet<>();
        shown.forEach(story -> story.writer().ifPresent(writers::add));
        long own =
                shown.stream()
                        .filter(story -> story.writer().isEmpty() && !story.deck().isEmpty())
                        .count();
        if (writers.isEmpty()) {
            return own == 0 ? "" : "The texts under the titles open the authors’ abstracts.";
        }
        if (own > 0 || writers.size() > 1) {
            return "Texts under the titles open the authors’ abstracts, unless marked.";
        }
        return writers.contains(Stories.BY_MODEL)
                ? "Summaries made by a language model at the source, not the authors’ abstracts."
                : "Summaries by Broadsheet, not the authors’ abstracts.";
    }

    private Empty empty(Edition edition) {
        List<Link> steps = new ArrayList<>();
        edition.before().map(p -> step("Back to ", p)).ifPresent(steps::add);
        edition.after().map(p -> step("On to ", p)).ifPresent(steps::add);
        LocalDate latest = frames.latest();
        if (steps.isEmpty() && !edition.period().first().equals(latest)) {
            steps.add(step("The latest edition: ", new Period.Day(latest)));
        }
        steps.add(new Link("/wire", "All papers that came in"));
        boolean isToCome = edition.period().first().isAfter(latest);
        return new Empty(
                isToCome ? "This edition is still to come" : "No papers in this edition",
                isToCome
                        ? "Nobody has put a paper into it yet."
                        : "Nobody put a paper into it. Editions have gaps at weekends and on"
                                + " holidays, and where nothing was imported.",
                steps);
    }

    private static Link step(String words, Period period) {
        return new Link(Addresses.edition(period), words + Dates.turn(period));
    }

    private static Link turn(Period period) {
        return new Link(Addresses.edition(period), Dates.turn(period));
    }

    private static String described(List<Place> places, String title) {
        if (places.isEmpty()) {
            return "Papers of the day, ranked by their readers: " + title + ".";
        }
        return "%s, ranked by their readers: %s. First: %s."
                .formatted(
                        count(places.size()),
                        title,
                        org.broadsheet.server.text.RichText.of(places.getFirst().paper().title())
                                .readable());
    }

    static String count(int papers) {
        return switch (papers) {
            case 0 -> "No papers";
            case 1 -> "1 paper";
            default -> "%,d papers".formatted(papers);
        };
    }

    /// The day whose week and month the sections lead to: the period's last, but none to come.
    private LocalDate anchor(Period period) {
        LocalDate latest = frames.latest();
        boolean isNow = !period.first().isAfter(latest) && period.last().isAfter(latest);
        return isNow ? latest : period.last();
    }

    private Section section(Period period) {
        return switch (period) {
            case Period.Day _ -> Section.TODAY;
            case Period.Week _ -> Section.WEEK;
            case Period.Month _ -> Section.MONTH;
        };
    }

    private static String iso(Period period) {
        return period instanceof Period.Day day ? day.label() : "";
    }
}
