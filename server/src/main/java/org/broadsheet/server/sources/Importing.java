package org.broadsheet.server.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.sources.citation.BibtexReadings;
import org.broadsheet.server.sources.citation.CitationFile;
import org.broadsheet.server.sources.citation.CitationReadings;
import org.broadsheet.server.sources.citation.CslItem;
import org.broadsheet.server.sources.citation.CsvReadings;
import org.broadsheet.server.sources.citation.RisReadings;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;
import org.broadsheet.storage.Storage;
import tools.jackson.databind.node.ObjectNode;

/// Reads files of any known format into the stores. Files may be larger than memory. What cannot be
/// read is set aside or reported, and the rest goes on; the same files again change nothing.
public final class Importing {
    private static final Pattern DATE = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
    private static final Pattern OWN_DAY = Pattern.compile("\"submittedOnDailyAt\"");

    private final Intake intake;
    private final Clock clock;

    public Importing(Storage storage, Clock clock) {
        this.intake = new Intake(storage);
        this.clock = clock;
    }

    /// Imports the files one after another.
    ///
    /// @throws org.broadsheet.storage.StorageException when the store fails; what was reported as
    ///   read before is kept
    /// @throws InterruptedException when the thread was; what was read before is kept
    public ImportReport run(List<Path> files, ImportOptions options, ImportProgress progress)
            throws InterruptedException {
        long total = files.stream().mapToLong(Importing::size).sum();
        List<FileReport> reports = new ArrayList<>();
        long before = 0;
        long records = 0;
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            for (Path file : files) {
                Course course = new Course(file, progress, before, total, records);
                FileReport report = read(file, options, course, writer);
                reports.add(report);
                before += size(file);
                records += report.kept().read();
                progress.reached(new ImportProgress.State(file, before, total, records));
            }
        }
        return new ImportReport(reports);
    }

    private FileReport read(Path file, ImportOptions options, Course course, ExecutorService writer)
            throws InterruptedException {
        try (Input input = Input.open(file)) {
            Format format = Format.of(input.bytes().peek());
            List<String> notes = new ArrayList<>();
            Readings readings = readings(format, file, input, options, notes);
            Kept kept = write(readings, new Writing(intake, writer), input, course);
            List<String> troubles =
                    Stream.concat(input.failure().stream(), readings.trouble().stream()).toList();
            readings.note().ifPresent(notes::add);
            return new FileReport(file, format.label(), kept, troubles, notes);
        } catch (FileRefused e) {
            return FileReport.refused(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return FileReport.refused(file, "cannot be closed: " + e.getMessage());
        }
    }

    private static Kept write(Readings readings, Writing writing, Input input, Course course)
            throws InterruptedException {
        long count = 0;
        for (Reading reading = readings.next(); reading != null; reading = readings.next()) {
            count++;
            if (writing.add(reading)) {
                course.reached(input.position(), count);
            }
        }
        return writing.finish();
    }

    private Readings readings(
            Format format, Path file, Input input, ImportOptions options, List<String> notes)
            throws FileRefused {
        String source = String.valueOf(file.getFileName());
        return switch (format) {
            case SEARCH_PAGE -> page(source, file, input, options, notes);
            case DAILY ->
                    new JsonReadings(source, records(input), daily(source, input, options), clock);
            case SNAPSHOT -> new JsonReadings(source, records(input), new SnapshotRecord(), clock);
            case OAI -> new OaiFile(input.bytes().stream(), source, clock.instant());
            case CSL_JSON -> new JsonReadings(source, records(input), this::csl, clock);
            case BIBTEX, RIS, CSV -> citations(format, source, input, notes)::next;
        };
    }

    private CitationReadings citations(
            Format format, String source, Input input, List<String> notes) {
        CitationFile file = new CitationFile(source, clock.instant(), notes::add);
        InputStream in = input.bytes().stream();
        return switch (format) {
            case BIBTEX -> new BibtexReadings(file, in);
            case RIS -> new RisReadings(file, in);
            default -> new CsvReadings(file, in);
        };
    }

    private Statement csl(ObjectNode item, ArxivIds ids, Aside aside) {
        return CslItem.read(item, SourceName.CITATION_FILE, LocalDate.now(clock), aside::reject);
    }

    private static Records records(Input input) {
        return Format.isLines(input.bytes().peek())
                ? new Lines(input.bytes())
                : new ArrayEntries(input.bytes());
    }

    private static DailyEntry daily(String name, Input input, ImportOptions options)
            throws FileRefused {
        Optional<LocalDate> day = Optional.ofNullable(options.day()).or(() -> dayIn(name));
        String sample = new String(input.bytes().peek(), StandardCharsets.UTF_8);
        if (day.isEmpty() && sample.contains("{") && !OWN_DAY.matcher(sample).find()) {
            throw new FileRefused(
                    "does not say which day it is; name it YYYY-MM-DD.json or give --date YYYY-MM-DD");
        }
        return new DailyEntry(day.orElse(null));
    }

    private Readings page(
            String source, Path file, Input input, ImportOptions options, List<String> notes)
            throws FileRefused {
        LocalDate written = written(file);
        PageDates dates = new PageDates(Optional.ofNullable(options.asOf()).orElse(written));
        PageLines lines = PageLines.of(input.bytes());
        if (options.asOf() == null) {
            notes.add(
                    "dates without a year are taken from %s, when the file was written; --as-of DATE says when the page was"
                            .formatted(written));
        }
        return new SavedPage(source, lines, dates, clock.instant());
    }

    private LocalDate written(Path file) {
        try {
            return LocalDate.ofInstant(
                    Files.getLastModifiedTime(file).toInstant(), clock.getZone());
        } catch (IOException _) {
            return LocalDate.now(clock);
        }
    }

    private static Optional<LocalDate> dayIn(String name) {
        Matcher date = DATE.matcher(name);
        try {
            return date.find() ? Optional.of(LocalDate.parse(date.group())) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    /// Tells the listener how far one file is.
    private record Course(
            Path file, ImportProgress progress, long bytesBefore, long total, long recordsBefore) {
        void reached(long bytes, long records) {
            progress.reached(
                    new ImportProgress.State(
                            file, bytesBefore + bytes, total, recordsBefore + records));
        }
    }
}
