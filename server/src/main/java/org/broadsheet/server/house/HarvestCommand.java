package org.broadsheet.server.house;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.edition.Period;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.server.harvest.HarvestProgress;
import org.broadsheet.server.harvest.HarvestWish;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Source;
import org.jspecify.annotations.Nullable;

/// `harvest`: papers from a source over the network. What is stored can be found by words while the
/// harvest goes on.
public final class HarvestCommand implements OwnerCommand<HarvestCommand.Arguments> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int IN_PART = 6;

    /// So many records come in between two looks of the index at the store.
    private static final int RECORDS_A_TURN = 2_000;

    private final House house;

    /// @param source its name
    /// @param since the first day, as typed
    /// @param until the last day, as typed
    /// @param sets parts of the source, in its own words; all when empty
    /// @param json whether to answer for programs
    public record Arguments(
            String source,
            @Nullable String since,
            @Nullable String until,
            List<String> sets,
            boolean json) {}

    /// The answer for programs.
    ///
    /// @param error why it was not read to its end, or empty
    record Harvested(
            String source,
            List<String> sets,
            Harvest.Counts counts,
            @Nullable LocalDate complete,
            List<LocalDate> missing,
            String error) {}

    /// What was asked for.
    private record Asked(Source source, Harvest.Key key, HarvestWish wish) {}

    public HarvestCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "harvest";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        Asked asked;
        try {
            asked = asked(arguments);
        } catch (IllegalArgumentException e) {
            telling.error(String.valueOf(e.getMessage()));
            return USAGE;
        }
        try {
            Following following = new Following(telling);
            Harvest harvest =
                    house.harvesting()
                            .run(asked.source(), asked.key().parts(), asked.wish(), following);
            house.follow(following.all);
            return tell(harvest, arguments.json(), telling);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            telling.error("Stopped. What was kept stays; run it again to go on.");
            return FAILED;
        } catch (IllegalStateException e) {
            telling.error(String.valueOf(e.getMessage()));
            return FAILED;
        }
    }

    private Asked asked(Arguments arguments) {
        Source source = house.sources().require(arguments.source());
        return new Asked(
                source,
                new Harvest.Key(source.name(), arguments.sets()),
                new HarvestWish(
                        day("--since", arguments.since()), day("--until", arguments.until())));
    }

    private static int tell(Harvest harvest, boolean isJson, Telling telling) {
        Harvest.Counts counts = harvest.run().counts();
        String error = harvest.run().error();
        if (isJson) {
            telling.line(
                    Telling.json(
                            new Harvested(
                                    harvest.key().source(),
                                    harvest.key().parts(),
                                    counts,
                                    harvest.complete(),
                                    harvest.missing(),
                                    error)));
        } else {
            telling.line(text(harvest));
            if (!error.isEmpty()) {
                telling.error("Not read to its end: " + error + ". Run it again to go on.");
            }
        }
        if (!error.isEmpty()) {
            return harvest.missing().isEmpty() && !harvest.work().isDone() || counts.read() == 0
                    ? FAILED
                    : IN_PART;
        }
        return counts.rejected() == 0 ? 0 : IN_PART;
    }

    private static String text(Harvest harvest) {
        Harvest.Counts counts = harvest.run().counts();
        StringBuilder text =
                new StringBuilder(
                        "%s: %,d read: %,d new, %,d changed, %,d unchanged"
                                .formatted(
                                        harvest.key().text(),
                                        counts.read(),
                                        counts.added(),
                                        counts.changed(),
                                        counts.unchanged()));
        if (counts.rejected() > 0) {
            text.append(", %,d set aside".formatted(counts.rejected()));
        }
        text.append('.');
        if (harvest.complete() != null) {
            text.append(" Complete up to ").append(harvest.complete()).append('.');
        }
        return text.toString();
    }

    private static @Nullable LocalDate day(String option, @Nullable String typed) {
        try {
            return typed == null ? null : Period.day(typed).day();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /// Shows how far the harvest is, and lets the index follow.
    private final class Following implements HarvestProgress {
        private final Telling telling;
        private Kept all = Kept.NOTHING;
        private long followed;

        Following(Telling telling) {
            this.telling = telling;
        }

        @Override
        public void reached(State state) {
            all = all.plus(state.news());
            telling.progress("harvesting", state.records(), state.total());
            if (state.records() >= followed + RECORDS_A_TURN) {
                followed = state.records();
                house.follower().catchUp();
            }
        }
    }
}
