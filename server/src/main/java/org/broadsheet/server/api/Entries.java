package org.broadsheet.server.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.broadsheet.edition.Place;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally.Kind;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Summary;
import org.broadsheet.server.api.BroadsheetObject.ImportedCount;
import org.broadsheet.server.api.PaperObject.AuthorObject;
import org.broadsheet.server.api.PaperObject.OrganizationObject;
import org.broadsheet.server.api.PaperObject.UserObject;
import org.jspecify.annotations.Nullable;

/// Turns papers, places and hits into the API's objects, with the counts of the moment.
public final class Entries {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Counting counting;

    public Entries(Counting counting) {
        this.counting = counting;
    }

    List<Entry> list(List<Subject> subjects, Instant asOf) {
        Counts counts = counts(subjects, asOf);
        return subjects.stream().map(subject -> entry(subject, counts)).toList();
    }

    List<PaperObject> flat(List<Subject> subjects, Instant asOf) {
        Counts counts = counts(subjects, asOf);
        return subjects.stream()
                .map(subject -> paper(subject, counts, ours(subject, counts)))
                .toList();
    }

    PaperAnswer one(Subject subject, Instant asOf) {
        Counts counts = counts(List.of(subject), asOf);
        return new PaperAnswer(
                paper(subject, counts, ours(subject, counts)), counts.comments(subject.id()));
    }

    private Counts counts(List<Subject> subjects, Instant asOf) {
        return counting.of(subjects.stream().map(Subject::id).toList(), asOf);
    }

    private static Entry entry(Subject subject, Counts counts) {
        PaperObject inner = paper(subject, counts, null);
        return new Entry(
                inner,
                published(inner, subject.submission()),
                inner.title(),
                inner.summary(),
                List.of(),
                "",
                counts.comments(subject.id()),
                inner.submittedOnDailyBy(),
                inner.organization(),
                false,
                ours(subject, counts));
    }

    private static PaperObject paper(
            Subject subject, Counts counts, @Nullable BroadsheetObject broadsheet) {
        Paper paper = subject.paper();
        Submission submission = subject.submission();
        return new PaperObject(
                paper.id().value(),
                authors(paper),
                List.of(),
                midnight(paper.published()),
                submission == null ? null : midnight(submission.day()),
                paper.title(),
                submitter(submission),
                paper.leadText(),
                counts.ownVotes(paper.id()) + counts.total(paper.id(), Kind.VOTES),
                HexId.of("discussion", paper.id().value()),
                paper.link(Link.Kind.PROJECT).orElse(null),
                paper.link(Link.Kind.CODE).orElse(null),
                stars(paper, counts),
                summaryByModel(paper.summary()),
                paper.keywords().isEmpty() ? null : paper.keywords(),
                organization(paper),
                broadsheet);
    }

    private static BroadsheetObject ours(Subject subject, Counts counts) {
        Place place = subject.place();
        Submission submission = subject.submission();
        return new BroadsheetObject(
                counts.ownVotes(subject.id()),
                counts.tallies(subject.id(), Kind.VOTES).stream()
                        .map(t -> new ImportedCount(t.origin(), t.count(), ISO.format(t.at())))
                        .toList(),
                summaryBy(subject.paper()),
                subject.paper().categories(),
                submission == null ? null : submission.day().toString(),
                submission == null ? null : ISO.format(submission.at()),
                submission == null ? null : submission.origin(),
                place == null ? null : place.rank(),
                place == null ? null : place.score(),
                place == null ? null : place.reason(),
                subject.explanation());
    }

    private static @Nullable String published(PaperObject paper, @Nullable Submission submission) {
        return paper.publishedAt() == null && submission != null
                ? ISO.format(submission.at())
                : paper.publishedAt();
    }

    private static List<AuthorObject> authors(Paper paper) {
        return IntStream.range(0, paper.authors().size()).mapToObj(i -> author(paper, i)).toList();
    }

    private static AuthorObject author(Paper paper, int place) {
        return new AuthorObject(
                HexId.of("author", paper.id() + "/" + place),
                paper.authors().get(place).name(),
                false);
    }

    private static @Nullable UserObject submitter(@Nullable Submission submission) {
        return submission == null || submission.submitter().isEmpty()
                ? null
                : UserObject.named(submission.submitter());
    }

    private static @Nullable OrganizationObject organization(Paper paper) {
        return paper.organisations().stream()
                .findFirst()
                .map(o -> new OrganizationObject(HexId.of("org", o.key()), o.key(), o.name(), ""))
                .orElse(null);
    }

    private static @Nullable Long stars(Paper paper, Counts counts) {
        return counts.tallies(paper.id(), Kind.STARS).isEmpty()
                ? null
                : counts.total(paper.id(), Kind.STARS);
    }

    private static @Nullable String summaryByModel(@Nullable Summary summary) {
        return summary != null && summary.by() == Summary.Writer.MODEL ? summary.text() : null;
    }

    private static @Nullable String summaryBy(Paper paper) {
        if (!paper.abstractText().isEmpty()) {
            return "authors";
        }
        Summary summary = paper.summary();
        return summary == null ? null : summary.by().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String midnight(@Nullable LocalDate day) {
        return day == null ? null : day + "T00:00:00.000Z";
    }
}
