package org.broadsheet.server.harvest;

import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.harvest.Harvest.PagePlace;
import org.broadsheet.harvest.Harvest.Span;
import org.broadsheet.harvest.Harvest.Work;
import org.broadsheet.harvest.HarvestStore;
import org.broadsheet.paper.Origin;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.SourceTrouble.Remedy;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.broadsheet.storage.Storage;

/// Harvests a source: from the last success less an overlap until today, page by page, in batches.
/// After each batch it is kept how far it came, so that a harvest that died goes on at the record;
/// what it reads twice changes nothing.
///
/// A token that expired begins its days anew. A page that is broken is read again; if it stays
/// broken its days are halved, and a single day that stays broken is kept as missing and tried
/// first next time. Of sources that speak from Monday to Friday those of the last 30 days that have
/// no record are asked for once more.
public final class Harvesting {
    /// Days before the last success that are read again: records appear late at times.
    static final int OVERLAP_DAYS = 2;

    /// How far back the first harvest looks, unless somebody says.
    static final int FIRST_DAYS = 7;

    static final int BATCH = 250;

    private static final int MOST_READS = 3;
    private static final int MOST_ANEW = 3;
    private static final int LATEST_DAYS_CHECKED = 30;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(10);
    private static final Duration LONGEST_RETRY = Duration.ofHours(6);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final HarvestStore harvests;
    private final Intake intake;
    private final Clock clock;
    private final Function<Manner, Web> web;
    private final Set<Harvest.Key> underWay = ConcurrentHashMap.newKeySet();

    /// @param web how sources of a manner ask
    public Harvesting(Storage storage, Clock clock, Function<Manner, Web> web) {
        harvests = storage.harvests();
        intake = new Intake(storage);
        this.clock = clock;
        this.web = web;
    }

    /// Harvests those parts of the source, or goes on with what an earlier run left.
    ///
    /// @param parts in the source's own words; all when empty
    /// @return how it stands afterwards: with an error where it could not be read to its end
    /// @throws InterruptedException when the thread was; what was kept stays, and the next run goes
    ///   on there
    /// @throws IllegalStateException when this harvest is under way in this house already
    public Harvest run(
            Source source, List<String> parts, HarvestWish wish, HarvestProgress progress)
            throws InterruptedException {
        Harvest.Key key = new Harvest.Key(source.name(), parts);
        if (!underWay.add(key)) {
            throw new IllegalStateException(key.text() + " is being harvested right now");
        }
        try {
            return new Course(source, key, progress).run(wish);
        } finally {
            underWay.remove(key);
        }
    }

    /// One run. For one thread.
    private final class Course {
        private final Source source;
        private final Web asking;
        private final HarvestProgress progress;
        private final List<LocalDate> lost = new ArrayList<>();
        private Harvest harvest;
        private String lastBreak = "";
        private int anew;

        Course(Source source, Harvest.Key key, HarvestProgress progress) {
            this.source = source;
            this.progress = progress;
            asking = web.apply(source.manner());
            harvest = harvests.find(key).orElseGet(() -> Harvest.fresh(key));
        }

        Harvest run(HarvestWish wish) throws InterruptedException {
            begin(wish);
            try {
                readAll();
                if (isToCheck()) {
                    lookAgain();
                    readAll();
                }
                succeed();
            } catch (IOException e) {
                fail(e);
            }
            return harvest;
        }

        private void begin(HarvestWish wish) {
            Instant now = clock.instant();
            Work fresh = fresh(wish);
            boolean isOtherWish =
                    !wish.isNone() && !Objects.equals(fresh.whole(), harvest.work().whole());
            if (harvest.work().isDone() || isOtherWish) {
                harvest = harvest.with(fresh);
            }
            keep(harvest.with(harvest.run().begun(now)));
        }

        private Work fresh(HarvestWish wish) {
            LocalDate today = today();
            LocalDate complete = harvest.complete();
            LocalDate until = wish.until() == null ? today : wish.until();
            LocalDate from = wish.since();
            if (from == null) {
                from =
                        complete == null
                                ? until.minusDays(FIRST_DAYS)
                                : complete.minusDays(OVERLAP_DAYS - 1L);
            }
            // A clock that was set back must not make the days end before they begin.
            Span whole = new Span(from.isAfter(until) ? until : from, until);
            List<Span> spans =
                    Stream.concat(harvest.missing().stream().map(Span::of), Stream.of(whole))
                            .toList();
            return new Work(whole, spans, PagePlace.FIRST, new TreeSet<>(), false);
        }

        private void readAll() throws IOException, InterruptedException {
            while (!harvest.work().isDone()) {
                readSpan();
            }
        }

        private void readSpan() throws IOException, InterruptedException {
            Span span = harvest.work().spans().getFirst();
            for (int reads = 1; harvest.work().spans().getFirst().equals(span); ) {
                String before = harvest.work().page().token();
                try {
                    Page page = source.read(place(span), asking);
                    keep(page);
                    if (page.isWhole() && turn(page)) {
                        return;
                    }
                    boolean isSamePage = harvest.work().page().token().equals(before);
                    if (!page.isWhole() && isSamePage && ++reads > MOST_READS) {
                        giveUp(span, page.broken());
                        return;
                    }
                    reads = page.isWhole() ? 1 : reads;
                } catch (SourceTrouble e) {
                    beginAnew(e);
                }
            }
        }

        private Place place(Span span) {
            return new Place(
                    span.from(),
                    span.until(),
                    harvest.key().parts(),
                    harvest.work().page().token());
        }

        private void beginAnew(SourceTrouble trouble) throws SourceTrouble {
            anew++;
            if (trouble.remedy() != Remedy.ANEW || anew > MOST_ANEW) {
                throw trouble;
            }
            keep(harvest.with(harvest.work().at(PagePlace.FIRST)));
        }

        /// Keeps what the page holds beyond what is kept of it already, batch by batch.
        private void keep(Page page) {
            List<Reading> readings = page.readings();
            int from = kept(readings);
            while (from < readings.size()) {
                int to = Math.min(from + BATCH, readings.size());
                List<Reading> batch = readings.subList(from, to);
                Kept news = intake.keep(batch);
                PagePlace place = harvest.work().page().past(to, about(readings.get(to - 1)));
                keep(
                        harvest.with(harvest.work().at(place).saw(days(batch)))
                                .with(harvest.run().counting(counts(news), clock.instant())));
                progress.reached(
                        new HarvestProgress.State(
                                harvest.run().counts().read(), page.total().orElse(0), news));
                from = to;
            }
        }

        /// How many of the page's records were kept before; none of a page that changed since.
        private int kept(List<Reading> readings) {
            PagePlace place = harvest.work().page();
            boolean isSame =
                    place.done() > 0
                            && place.done() <= readings.size()
                            && about(readings.get(place.done() - 1)).equals(place.last());
            return isSame ? place.done() : 0;
        }

        /// Turns to the next page.
        ///
        /// @return whether that was the last one of the days under way
        private boolean turn(Page page) throws SourceTrouble {
            if (page.next().isPresent()) {
                String next = page.next().get();
                if (next.equals(harvest.work().page().token())) {
                    throw new SourceTrouble(
                            Remedy.AGAIN, "it says that page \"" + next + "\" follows itself");
                }
                keep(harvest.with(harvest.work().at(PagePlace.of(next))));
                return false;
            }
            endSpan();
            return true;
        }

        private void endSpan() {
            List<Span> spans = harvest.work().spans();
            Span ended = spans.getFirst();
            List<LocalDate> missing = new ArrayList<>(harvest.missing());
            missing.removeIf(day ->
                    !day.isBefore(ended.from())
                            && !day.isAfter(ended.until())
                            && !lost.contains(day));
            keep(
                    harvest.with(harvest.work().with(spans.subList(1, spans.size())))
                            .missing(missing));
        }

        private void giveUp(Span span, String broken) {
            lastBreak = broken;
            List<Span> spans = new ArrayList<>(span.halves());
            if (spans.size() == 1) {
                lost.add(span.from());
                TreeSet<LocalDate> missing = new TreeSet<>(harvest.missing());
                missing.add(span.from());
                harvest = harvest.missing(List.copyOf(missing));
                spans.clear();
            }
            spans.addAll(harvest.work().spans().subList(1, harvest.work().spans().size()));
            keep(harvest.with(harvest.work().with(spans)));
        }

        private boolean isToCheck() {
            return source.manner().rhythm() == Manner.Rhythm.WEEKDAYS
                    && !harvest.work().isChecked();
        }

        private void lookAgain() {
            Work work = harvest.work();
            keep(
                    harvest.with(
                            work.with(silentDays(work).stream().map(Span::of).toList()).checked()));
        }

        private List<LocalDate> silentDays(Work work) {
            Span whole = work.whole();
            if (whole == null) {
                return List.of();
            }
            LocalDate last = earlier(whole.until(), today().minusDays(1));
            LocalDate first = later(whole.from(), last.minusDays(LATEST_DAYS_CHECKED - 1L));
            return first.isAfter(last)
                    ? List.of()
                    : first.datesUntil(last.plusDays(1))
                            .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                            .filter(day -> !work.seen().contains(day))
                            .filter(day -> !lost.contains(day))
                            .toList();
        }

        private void succeed() {
            Instant now = clock.instant();
            Span whole = harvest.work().whole();
            harvest = whole == null ? harvest : advanced(whole);
            harvest = harvest.with(Work.NONE);
            if (harvest.missing().isEmpty()) {
                keep(harvest.with(harvest.run().succeeded("", now)));
            } else {
                String why =
                        "the listing of %s breaks off (%s); tried again next time"
                                .formatted(
                                        String.join(
                                                ", ",
                                                harvest.missing().stream()
                                                        .map(LocalDate::toString)
                                                        .toList()),
                                        lastBreak);
                keep(harvest.with(harvest.run().failed(why, retry(now), now)));
            }
            note();
        }

        /// Today is not over: it is complete tomorrow at the earliest.
        private Harvest advanced(Span whole) {
            LocalDate complete = harvest.complete();
            LocalDate goal = earlier(whole.until(), today().minusDays(1));
            boolean isJoined = complete == null || !whole.from().isAfter(complete.plusDays(1));
            boolean isLater = complete == null || goal.isAfter(complete);
            return isJoined && isLater ? harvest.complete(goal) : harvest;
        }

        private void fail(IOException e) {
            Instant now = clock.instant();
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            keep(harvest.with(harvest.run().failed(why, retry(now), now)));
            note();
        }

        private Instant retry(Instant now) {
            int doublings = Math.min(harvest.run().failures(), 10);
            Duration wait = FIRST_RETRY.multipliedBy(1L << doublings);
            return now.plus(wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY);
        }

        private void note() {
            Harvest.Run run = harvest.run();
            Instant started = run.started();
            if (started != null) {
                harvests.note(
                        new Harvest.Ended(
                                harvest.key(), started, run.took(), run.counts(), run.error()));
            }
        }

        private void keep(Harvest now) {
            harvest = now;
            harvests.keep(now);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Harvest.Counts counts(Kept kept) {
        return new Harvest.Counts(kept.added(), kept.changed(), kept.unchanged(), kept.rejected());
    }

    /// The days that the batch's statements stand for.
    private static TreeSet<LocalDate> days(List<Reading> batch) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Reading reading : batch) {
            if (reading instanceof Statement statement) {
                statement.paper().origins().values().stream().map(Origin::asOf).forEach(days::add);
            }
        }
        return days;
    }

    private static String about(Reading reading) {
        return switch (reading) {
            case Statement statement -> statement.paper().id().value();
            case Reading.SetAside(var reject) -> reject.place();
        };
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
