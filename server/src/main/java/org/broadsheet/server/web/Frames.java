package org.broadsheet.server.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.edition.Editions;
import org.broadsheet.edition.Period;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Frame.Masthead;
import org.broadsheet.server.web.page.Frame.Meta;
import org.broadsheet.server.web.page.Section;

/// Makes what every page has around it.
public final class Frames {
    private static final int LONGEST_DESCRIPTION = 300;

    private final Editions editions;
    private final Readiness vectors;
    private final Clock clock;
    private final Supplier<HouseSettings> house;
    private final Corners corners;
    private final Bells bells;
    private final String site;

    /// @param house what its people chose for it, asked for each page
    /// @param corners who is signed in, asked for each page
    /// @param bells how many unread notices there are, asked for each page
    /// @param site the address of the house as the world knows it, without a slash at its end;
    ///   empty where nobody has set one, and canonical links are paths then
    public Frames(
            Editions editions,
            Readiness vectors,
            Clock clock,
            Supplier<HouseSettings> house,
            Corners corners,
            Bells bells,
            String site) {
        this.editions = editions;
        this.vectors = vectors;
        this.clock = clock;
        this.house = house;
        this.corners = corners;
        this.bells = bells;
        this.site = site;
    }

    /// A page that belongs to no day; its title is given without the house's name: its sections
    /// lead to the latest edition's week and month.
    Frame of(String title, String description, String path, Section section) {
        return of(title, description, path, section, latest());
    }

    /// A page about a day: from there "Week" is that day's week.
    Frame of(String title, String description, String path, Section section, LocalDate day) {
        String told = shortened(description);
        String canonical = site + path;
        HouseSettings chosen = house.get();
        String full = title + ", " + chosen.name();
        return new Frame(
                new Masthead(chosen.name(), chosen.line(), corners.now(), bells.now()),
                full,
                told,
                canonical,
                section,
                Addresses.edition(new Period.Week(day)),
                Addresses.edition(new Period.Month(YearMonth.from(day))),
                "",
                openGraph(chosen.name(), full, told, canonical),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                vectors.unfinished());
    }

    /// For a page that tells of a failure: it asks nothing of the stores, which may be what failed.
    Frame bare(String title, String description, String path) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        HouseSettings unasked = HouseSettings.DEFAULT;
        return new Frame(
                new Masthead(unasked.name(), unasked.line(), Optional.empty(), Optional.empty()),
                title + ", " + unasked.name(),
                description,
                site + path,
                Section.NONE,
                Addresses.edition(new Period.Week(day)),
                Addresses.edition(new Period.Month(YearMonth.from(day))),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    LocalDate latest() {
        return editions.latestDay(clock.instant());
    }

    private List<Meta> openGraph(String name, String title, String description, String canonical) {
        List<Meta> metas = new ArrayList<>();
        metas.add(Meta.property("og:site_name", name));
        metas.add(Meta.property("og:type", "website"));
        metas.add(Meta.property("og:title", title));
        metas.add(Meta.property("og:description", description));
        if (!site.isEmpty()) {
            metas.add(Meta.property("og:url", canonical));
        }
        return metas;
    }

    private static String shortened(String description) {
        if (description.length() <= LONGEST_DESCRIPTION) {
            return description;
        }
        int end = description.lastIndexOf(' ', LONGEST_DESCRIPTION);
        return description.substring(0, end > 0 ? end : LONGEST_DESCRIPTION) + " …";
    }
}
