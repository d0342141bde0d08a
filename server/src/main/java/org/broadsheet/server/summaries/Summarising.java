package org.broadsheet.server.summaries;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.Submission;
import org.broadsheet.job.BackgroundWork;
import org.broadsheet.job.Job;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.storage.Storage;

/// The job that asks the model for a summary of each paper of the latest editions that has none but
/// an extract, the newest edition first. A paper that fails waits, ever longer, while the others go
/// on; after [#MOST_ATTEMPTS] it is left until the next start. When the server of the model is
/// busy, nothing is asked until it says, and nothing else of the house waits.
public final class Summarising implements BackgroundWork.Task {
    public static final String JOB = "summaries";

    static final int MOST_ATTEMPTS = 5;

    private static final int DAYS = 7;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final Duration BUSY = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(Summarising.class.getName());

    private final ModelEndpoint model;
    private final Storage storage;
    private final EditionClock editionClock;
    private final Clock clock;
    private final Runnable kept;
    private final Map<PaperId, Failures> failures = new HashMap<>();
    private Instant quietUntil = Instant.MIN;

    private record Failures(int count, Instant notBefore) {}

    /// @param kept called each time a summary was kept, on the worker's thread
    public Summarising(
            ModelEndpoint model,
            Storage storage,
            EditionClock editionClock,
            Clock clock,
            Runnable kept) {
        this.model = model;
        this.storage = storage;
        this.editionClock = editionClock;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public String subject() {
        return model.model();
    }

    @Override
    public BackgroundWork.Part next() {
        List<Paper> due = due();
        if (!due.isEmpty()) {
            summarise(due.getFirst());
        }
        return new BackgroundWork.Part(new Job.Progress(0, due.size()), due.size() <= 1);
    }

    @Override
    public Duration pause() {
        return LOOK_EVERY;
    }

    /// The papers to be asked about now.
    List<Paper> due() {
        Instant now = clock.instant();
        if (now.isBefore(quietUntil)) {
            return List.of();
        }
        LocalDate open = editionClock.day(now);
        List<Submission> made = storage.editions().between(open.minusDays(DAYS), open);
        Set<PaperId> ids = new LinkedHashSet<>();
        made.reversed().forEach(one -> ids.add(one.paper()));
        ids.removeIf(id -> isWaiting(id, now));
        Map<PaperId, Paper> papers = storage.papers().get(ids);
        List<Paper> due = new ArrayList<>();
        ids.forEach(id ->
                Optional.ofNullable(papers.get(id))
                        .filter(Summarising::lacksSummary)
                        .ifPresent(due::add));
        return due;
    }

    private boolean isWaiting(PaperId id, Instant now) {
        Failures failed = failures.get(id);
        return failed != null
                && (failed.count() >= MOST_ATTEMPTS || now.isBefore(failed.notBefore()));
    }

    private static boolean lacksSummary(Paper paper) {
        if (paper.abstractText().isEmpty()) {
            return false;
        }
        Origin origin = paper.origins().get(Fact.SUMMARY);
        return origin == null
                || origin.source() == SourceName.AUTOMATIC
                || origin.source() == SourceName.HOUSE_MODEL && origin.asOf().isBefore(day(paper));
    }

    private static LocalDate day(Paper paper) {
        Origin origin = paper.origins().get(Fact.ABSTRACT);
        return origin == null ? LocalDate.EPOCH : origin.asOf();
    }

    private void summarise(Paper paper) {
        try {
            switch (model.summarise(paper.title(), paper.abstractText())) {
                case ModelEndpoint.Answer.Told(String summary) -> keep(paper, summary);
                case ModelEndpoint.Answer.Failed(String why) -> failed(paper.id(), why);
                case ModelEndpoint.Answer.Busy(String why, Optional<Duration> retryAfter) ->
                        busy(why, retryAfter);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Paper paper, String text) {
        Summary summary = new Summary(text, "", Summary.Writer.HOUSE_MODEL, model.model());
        Map<Fact, Origin> origins = new EnumMap<>(Fact.class);
        origins.put(Fact.SUMMARY, new Origin(SourceName.HOUSE_MODEL, latest(paper)));
        storage.papers()
                .keep(
                        List.of(
                                new Paper(
                                        paper.id(),
                                        paper.title(),
                                        "",
                                        summary,
                                        List.of(),
                                        null,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        Reference.NONE,
                                        "",
                                        origins)));
        failures.remove(paper.id());
        kept.run();
    }

    /// Not before the extract that it takes the place of.
    private static LocalDate latest(Paper paper) {
        Origin extract = paper.origins().get(Fact.SUMMARY);
        LocalDate day = day(paper);
        return extract != null && extract.asOf().isAfter(day) ? extract.asOf() : day;
    }

    private void failed(PaperId paper, String why) {
        Failures before = failures.getOrDefault(paper, new Failures(0, Instant.MIN));
        int count = before.count() + 1;
        Duration wait = Duration.ofMinutes(1L << (2 * Math.min(count, 6)));
        Instant next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        failures.put(paper, new Failures(count, next));
        LOG.log(Level.WARNING, "no summary of %s: the model %s".formatted(paper, why));
    }

    private void busy(String why, Optional<Duration> retryAfter) {
        Duration wait = retryAfter.filter(it -> it.compareTo(LONGEST_WAIT) < 0).orElse(BUSY);
        quietUntil = clock.instant().plus(wait);
        LOG.log(Level.WARNING, "no summaries for %s: the model %s".formatted(wait, why));
    }
}
