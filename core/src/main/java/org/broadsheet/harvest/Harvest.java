package org.broadsheet.harvest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How the harvest of a source stands, whether it is under way or at rest.
///
/// @param work what is still to be read; none when the last run came to its end
/// @param complete the day up to which every change has been taken in, the `missing` ones apart;
///   absent before the first success
/// @param missing days whose listing could not be read to its end; the next run tries them first
/// @param run how the last run went, or goes
public record Harvest(
        Key key, Work work, @Nullable LocalDate complete, List<LocalDate> missing, Run run) {
    public Harvest {
        missing = List.copyOf(missing);
    }

    /// One that never ran.
    public static Harvest fresh(Key key) {
        return new Harvest(key, Work.NONE, null, List.of(), Run.NONE);
    }

    public Harvest with(Work other) {
        return new Harvest(key, other, complete, missing, run);
    }

    public Harvest with(Run other) {
        return new Harvest(key, work, complete, missing, other);
    }

    public Harvest missing(List<LocalDate> days) {
        return new Harvest(key, work, complete, days, run);
    }

    public Harvest complete(LocalDate day) {
        return new Harvest(key, work, day, missing, run);
    }

    /// What is harvested: a source, and which parts of it, in its own words; all when empty.
    public record Key(String source, List<String> parts) {
        public Key {
            parts = List.copyOf(parts);
            if (!source.matches("[a-z][a-z0-9-]{0,39}")) {
                throw new IllegalArgumentException(
                        "not a source's name: \"%s\"; accepted are small letters, digits and hyphens"
                                .formatted(source));
            }
            for (String part : parts) {
                if (part.isBlank()
                        || part.chars().anyMatch(letter -> letter <= ' ' || letter == ',')) {
                    throw new IllegalArgumentException(
                            "not a part of a source: \"%s\"; accepted are names without blanks and commas, as in cs or cs.LG"
                                    .formatted(part));
                }
            }
        }

        /// As in `arxiv cs,math.CO`; [#parse] reads it.
        public String text() {
            return parts.isEmpty() ? source : source + " " + String.join(",", parts);
        }

        public static Key parse(String text) {
            int blank = text.indexOf(' ');
            return blank < 0
                    ? new Key(text, List.of())
                    : new Key(
                            text.substring(0, blank),
                            List.of(text.substring(blank + 1).split(",")));
        }
    }

    /// Days from the first to the last.
    public record Span(LocalDate from, LocalDate until) {
        public Span {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException(
                        "days cannot end on %s, before they begin on %s".formatted(until, from));
            }
        }

        public static Span of(LocalDate day) {
            return new Span(day, day);
        }

        /// Its halves, the earlier first; itself alone when it is a day.
        public List<Span> halves() {
            if (from.equals(until)) {
                return List.of(this);
            }
            LocalDate middle = from.plusDays((until.toEpochDay() - from.toEpochDay()) / 2);
            return List.of(new Span(from, middle), new Span(middle.plusDays(1), until));
        }
    }

    /// What is still to be read, and how far it is.
    ///
    /// @param whole all days of this harvest
    /// @param spans those not read yet, the first of them under way
    /// @param page where in the first span
    /// @param seen the latest days that records stood for, at most [#MOST_SEEN]
    /// @param isChecked whether days without records were looked at again already
    public record Work(
            @Nullable Span whole,
            List<Span> spans,
            PagePlace page,
            SortedSet<LocalDate> seen,
            boolean isChecked) {
        public static final int MOST_SEEN = 40;
        public static final Work NONE =
                new Work(null, List.of(), PagePlace.FIRST, new TreeSet<>(), false);

        public Work {
            spans = List.copyOf(spans);
            TreeSet<LocalDate> latest = new TreeSet<>(seen);
            while (latest.size() > MOST_SEEN) {
                latest.pollFirst();
            }
            seen = latest;
        }

        public boolean isDone() {
            return spans.isEmpty();
        }

        public Work at(PagePlace place) {
            return new Work(whole, spans, place, seen, isChecked);
        }

        public Work saw(SortedSet<LocalDate> days) {
            TreeSet<LocalDate> all = new TreeSet<>(seen);
            all.addAll(days);
            return new Work(whole, spans, page, all, isChecked);
        }

        /// The same with other days to read, from their first page.
        public Work with(List<Span> others) {
            return new Work(whole, others, PagePlace.FIRST, seen, isChecked);
        }

        public Work checked() {
            return new Work(whole, spans, page, seen, true);
        }
    }

    /// A place in a listing, down to the record.
    ///
    /// @param token of the page, empty for the first
    /// @param done how many of the page's records were kept
    /// @param last what the last of them was about, so that a page that changed meanwhile is known
    public record PagePlace(String token, int done, String last) {
        public static final PagePlace FIRST = new PagePlace("", 0, "");

        public static PagePlace of(String token) {
            return new PagePlace(token, 0, "");
        }

        public PagePlace past(int records, String about) {
            return new PagePlace(token, records, about);
        }
    }

    /// How a run went, or goes.
    ///
    /// @param started absent before the first
    /// @param took until now, or until it ended
    /// @param success when the last run ended well, this one or an earlier
    /// @param error why this one did not, or empty
    /// @param nextTry when it is worth trying again, after a failure
    /// @param failures in a row
    public record Run(
            @Nullable Instant started,
            Duration took,
            Counts counts,
            @Nullable Instant success,
            String error,
            @Nullable Instant nextTry,
            int failures) {
        public static final Run NONE =
                new Run(null, Duration.ZERO, Counts.NOTHING, null, "", null, 0);

        /// A run that begins now.
        public Run begun(Instant now) {
            return new Run(now, Duration.ZERO, Counts.NOTHING, success, "", null, failures);
        }

        public Run counting(Counts more, Instant now) {
            return new Run(
                    started, since(now), counts.plus(more), success, error, nextTry, failures);
        }

        public Run succeeded(String remark, Instant now) {
            return new Run(started, since(now), counts, now, remark, null, 0);
        }

        public Run failed(String why, Instant retry, Instant now) {
            return new Run(started, since(now), counts, success, why, retry, failures + 1);
        }

        /// A clock that was set back counts as one that stood still.
        private Duration since(Instant now) {
            boolean isForward = started != null && now.isAfter(started);
            return isForward ? Duration.between(started, now) : took;
        }
    }

    /// What became of the records of a run, as the intake counts them.
    ///
    /// @param added records of papers that were not known
    /// @param changed records that told something new of a known paper
    /// @param unchanged records that told nothing new of their paper
    /// @param rejected records that were set aside
    public record Counts(long added, long changed, long unchanged, long rejected) {
        public static final Counts NOTHING = new Counts(0, 0, 0, 0);

        /// All records that were read.
        public long read() {
            return added + changed + unchanged + rejected;
        }

        public Counts plus(Counts other) {
            return new Counts(
                    added + other.added,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    rejected + other.rejected);
        }
    }

    /// A run that ended, for the history.
    public record Ended(Key key, Instant started, Duration took, Counts counts, String error) {}
}
