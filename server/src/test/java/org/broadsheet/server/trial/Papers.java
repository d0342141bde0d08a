package org.broadsheet.server.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Organisation;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.broadsheet.storage.Storage;

/// Made-up papers in editions.
public final class Papers {
    public static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    public static final PaperId FULL = PaperId.of("2511.00001");
    public static final PaperId OLD = PaperId.of("cs/9809007");
    public static final PaperId DOI = PaperId.of("doi:10.1000/(sici)1;2-3/4");

    private static final Origin ORIGIN = new Origin(SourceName.HOSTED_DAILY, DAY);

    private Papers() {}

    /// A paper with every fact, one with hardly any and two with ids that hold slashes.
    public static void few(Storage storage) {
        storage.papers()
                .keep(
                        List.of(
                                full(),
                                Paper.of(OLD, "An old paper", ORIGIN).build(),
                                Paper.of(DOI, "A paper from elsewhere", ORIGIN).build()));
        storage.editions()
                .submit(
                        List.of(
                                submission(FULL, DAY, "reader-one"),
                                submission(OLD, DAY, ""),
                                submission(DOI, DAY.minusDays(40), "reader-two")));
        storage.tallies()
                .keep(
                        List.of(
                                tally(FULL, Tally.Kind.VOTES, 7),
                                tally(FULL, Tally.Kind.COMMENTS, 3),
                                tally(FULL, Tally.Kind.STARS, 42)));
    }

    /// So many papers a day, on so many days back from [#DAY], five days apart.
    public static void many(Storage storage, int days, int aDay) {
        for (int day = 0; day < days; day++) {
            LocalDate date = DAY.minusDays(day * 5L);
            String month = "%02d%02d.".formatted(date.getYear() % 100, date.getMonthValue());
            List<PaperId> ids =
                    IntStream.range(0, aDay)
                            .mapToObj(i ->
                                    PaperId.of(
                                            "%s%05d"
                                                    .formatted(
                                                            month,
                                                            date.getDayOfMonth() * 1_000 + i)))
                            .toList();
            storage.papers()
                    .keep(
                            ids.stream()
                                    .map(id ->
                                            Paper.of(id, "Paper " + id, ORIGIN)
                                                    .published(date)
                                                    .build())
                                    .toList());
            storage.editions()
                    .submit(ids.stream().map(id -> submission(id, date, "reader-one")).toList());
        }
    }

    private static Paper full() {
        return Paper.of(FULL, "Heads that are \"not\" <linear> é", ORIGIN)
                .abstractText("We study heads.\n\nThey are $x^2$.")
                .authors(List.of("A. Author", "B. Author", "A. Author"))
                .published(LocalDate.of(2025, 11, 5))
                .summary(new Summary("Heads, squared.", "", Summary.Writer.MODEL))
                .keywords(List.of("heads", "squares"))
                .categories(List.of("cs.LG"))
                .organisations(List.of(new Organisation("example-lab", "Example Lab")))
                .link(new Link(Link.Kind.CODE, "https://code.example.org/heads"))
                .link(new Link(Link.Kind.PROJECT, "https://heads.example.org"))
                .build();
    }

    private static Submission submission(PaperId paper, LocalDate day, String submitter) {
        return new Submission(
                paper, day, Instant.parse(day + "T02:30:00Z"), submitter, "hosted daily papers");
    }

    private static Tally tally(PaperId paper, Tally.Kind kind, long count) {
        return new Tally(
                paper, kind, "hosted daily papers", count, Instant.parse("2025-11-07T12:00:00Z"));
    }
}
