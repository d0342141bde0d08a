package org.broadsheet.server.sources;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;
import tools.jackson.databind.node.ObjectNode;

/// The hosted page's answers, read as its files are.
final class DailyReadings {
    private static final String PLACE = "paper";

    private DailyReadings() {}

    /// A day's entries; a bad one is set aside.
    ///
    /// @param json a sound JSON array
    /// @param source who answered, for what is set aside
    static List<Reading> ofDay(byte[] json, LocalDate day, String source, InstantSource clock) {
        Bytes bytes = new Bytes(new ByteArrayInputStream(json));
        Readings readings =
                new JsonReadings(
                        source, new ArrayEntries(bytes), new DailyEntry(day), fixed(clock));
        List<Reading> all = new ArrayList<>();
        for (Reading one = readings.next(); one != null; one = readings.next()) {
            all.add(one);
        }
        return all;
    }

    private static Clock fixed(InstantSource clock) {
        return Clock.fixed(clock.instant(), ZoneOffset.UTC);
    }

    /// One paper; nothing where its id stays unclear. It is in the edition of the day that it says,
    /// if it says one.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    static Optional<Statement> ofPaper(ObjectNode json, InstantSource clock) {
        Aside aside = new Aside("daily", PLACE, json::toString, clock.instant());
        boolean hasDay = Fields.day(json, "submittedOnDailyAt").isPresent();
        LocalDate published = Fields.day(json, "publishedAt").orElse(LocalDate.EPOCH);
        Statement told =
                new DailyEntry(hasDay ? null : published).read(json, new ArxivIds(), aside);
        if (!(told.naming() instanceof Naming.Exact)) {
            return Optional.empty();
        }
        return Optional.of(
                hasDay
                        ? told
                        : new Statement(told.naming(), told.paper(), List.of(), told.tallies()));
    }
}
