package org.broadsheet.server.sources.arxiv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Version;
import org.broadsheet.server.text.AuthorNames;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;

/// Makes a reading of a record. Its facts stand for the day of its datestamp.
///
/// @param source what a record that is set aside is said to come from
/// @param place where in it, for a record without an identifier
/// @param now no sound record stands for a later day
record OaiReading(String source, String place, Instant now) {
    private static final String PREFIX = "oai:arXiv.org:";
    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,4})");

    /// Two digits of year and month and five of number before 2015: arXiv itself has such a record.
    private static final Pattern TOO_MANY_DIGITS = Pattern.compile("\\d{4}\\.\\d{5,6}");

    Reading of(OaiRecord record) {
        try {
            return record.isDeleted() ? deleted(record) : told(record);
        } catch (IllegalArgumentException e) {
            return new Reading.SetAside(reject(record, String.valueOf(e.getMessage())));
        }
    }

    private Reject reject(OaiRecord record, String reason) {
        return new Reject(
                source, record.field("identifier").orElse(place), reason, record.raw(), now);
    }

    /// What is known of the paper stays; it is marked as taken away.
    private Statement deleted(OaiRecord record) {
        LocalDate day = datestamp(record);
        PaperId id = PaperId.of(bare(record));
        Reject otherwise =
                reject(record, "its archive deleted it on " + day + ", and it is not known here");
        Paper paper =
                Paper.withoutTitle(id, new Origin(SourceName.ARXIV_OAI, day))
                        .withdrawn("Deleted by arXiv on " + day + ".")
                        .build();
        return new Statement(new Naming.IfKnown(id, otherwise), paper, List.of(), List.of());
    }

    private Statement told(OaiRecord record) {
        if (record.isTooLong()) {
            throw new IllegalArgumentException(
                    "it is longer than the %,d letters that are accepted; its first part is kept"
                            .formatted(OaiRecord.LONGEST));
        }
        requireFormat(record);
        LocalDate day = datestamp(record);
        Naming naming = naming(record);
        String title =
                record.field("title")
                        .orElseThrow(() -> new IllegalArgumentException("it has no title"));
        List<Version> versions = versions(record);
        String comments = record.field("comments").orElse("");
        String abstractText = record.field("abstract").orElse("");
        PaperBuilder paper =
                Paper.of(naming.likeliest(), title, new Origin(SourceName.ARXIV_OAI, day))
                        .abstractText(abstractText)
                        .authors(authors(record))
                        .categories(categories(record))
                        .versions(versions)
                        .reference(
                                new Reference(
                                        record.field("doi").orElse(""),
                                        record.field("journal-ref").orElse(""),
                                        comments))
                        .withdrawn(Withdrawal.reason(comments, abstractText));
        if (!versions.isEmpty()) {
            paper.published(versions.getFirst().submitted());
        } else if (record.field("created").isPresent()) {
            paper.published(ArxivDays.past("created", record.field("created").get(), now));
        }
        return new Statement(naming, paper.build(), List.of(), List.of());
    }

    private static void requireFormat(OaiRecord record) {
        if (record.format().isEmpty()) {
            throw new IllegalArgumentException("it has no metadata");
        }
        if (!record.format().equals("arXivRaw") && !record.format().equals("arXiv")) {
            throw new IllegalArgumentException(
                    "its metadata is in the format %s; accepted are arXivRaw and arXiv"
                            .formatted(record.format()));
        }
    }

    private LocalDate datestamp(OaiRecord record) {
        return ArxivDays.past(
                "datestamp",
                record.field("datestamp")
                        .orElseThrow(() -> new IllegalArgumentException("it has no datestamp")),
                now);
    }

    private static String bare(OaiRecord record) {
        String identifier =
                record.field("identifier")
                        .map(String::strip)
                        .orElseThrow(() -> new IllegalArgumentException("it has no identifier"));
        return identifier.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                ? identifier.substring(PREFIX.length())
                : identifier;
    }

    private static Naming naming(OaiRecord record) {
        String id = bare(record);
        String inside = record.field("id").map(String::strip).orElse(id);
        if (!inside.equals(id)) {
            throw new IllegalArgumentException(
                    "its header names \"%s\" and its metadata \"%s\"".formatted(id, inside));
        }
        if (TOO_MANY_DIGITS.matcher(id).matches() && id.compareTo("15") < 0) {
            return new Naming.ByTitle(PaperId.of("local:arxiv-" + id));
        }
        return new Naming.Exact(PaperId.of(id));
    }

    private List<Version> versions(OaiRecord record) {
        List<Version> versions = new ArrayList<>();
        for (OaiRecord.VersionTold told : record.versions()) {
            Matcher number = VERSION.matcher(told.number());
            if (number.matches()) {
                LocalDate day = ArxivDays.past("version's date", told.date(), now);
                versions.add(new Version(Integer.parseInt(number.group(1)), day));
            }
        }
        versions.sort(Comparator.comparingInt(Version::number));
        return versions;
    }

    private static List<String> authors(OaiRecord record) {
        return record.authors().isEmpty()
                ? record.field("authors").map(AuthorNames::of).orElse(List.of())
                : record.authors();
    }

    private static List<String> categories(OaiRecord record) {
        return record.field("categories")
                .map(text -> List.of(text.strip().split("\\s+")))
                .orElse(List.of());
    }
}
