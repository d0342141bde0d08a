package org.broadsheet.server.house;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.edition.Period;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;
import org.broadsheet.server.sources.FileReport;
import org.broadsheet.server.sources.ImportOptions;
import org.broadsheet.server.sources.ImportProgress;
import org.broadsheet.server.sources.ImportReport;
import org.broadsheet.server.sources.Importing;
import org.broadsheet.source.Kept;
import org.jspecify.annotations.Nullable;

/// `import`: papers from files. What is stored can be found by words while the import goes on.
public final class ImportCommand implements OwnerCommand<ImportCommand.Arguments> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int IN_PART = 6;

    /// Of more files than these only those are told of that have something to tell.
    private static final int FEW_FILES = 12;

    /// So many records come in between two looks of the index at the store.
    private static final int RECORDS_A_TURN = 4_000;

    private final House house;

    /// @param files absolute paths
    /// @param date the day of daily papers, as typed
    /// @param asOf the day on which a search page was saved, as typed
    /// @param json whether to answer for programs
    public record Arguments(
            List<String> files, @Nullable String date, @Nullable String asOf, boolean json) {}

    /// The answer for programs.
    record Imported(ImportReport.Outcome outcome, Kept kept, List<FileReport> files) {}

    public ImportCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        ImportOptions options;
        try {
            options =
                    new ImportOptions(
                            day("--date", arguments.date()), day("--as-of", arguments.asOf()));
        } catch (IllegalArgumentException e) {
            telling.error(String.valueOf(e.getMessage()));
            return USAGE;
        }
        try {
            return tell(imported(arguments, options, telling), arguments.json(), telling);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            telling.error("Stopped. What was kept stays; run it again to go on.");
            return FAILED;
        }
    }

    private ImportReport imported(Arguments arguments, ImportOptions options, Telling telling)
            throws InterruptedException {
        List<Path> files = arguments.files().stream().map(Path::of).toList();
        try {
            ImportReport report =
                    new Importing(house.storage(), house.clock())
                            .run(files, options, new Following(telling));
            house.follow(report.kept());
            return report;
        } catch (RuntimeException e) {
            followAfter(e);
            throw e;
        }
    }

    /// What was kept before the import broke off is to be found, too.
    private void followAfter(RuntimeException broke) {
        try {
            house.follower().catchUp();
        } catch (RuntimeException e) {
            broke.addSuppressed(e);
        }
    }

    private static int tell(ImportReport report, boolean isJson, Telling telling) {
        if (isJson) {
            telling.line(
                    Telling.json(new Imported(report.outcome(), report.kept(), report.files())));
        } else {
            boolean isFew = report.files().size() <= FEW_FILES;
            report.files().stream()
                    .filter(file -> isFew || !file.isWhole() || !file.notes().isEmpty())
                    .flatMap(file -> file.lines().stream())
                    .forEach(telling::line);
            telling.line(report.summary());
        }
        return switch (report.outcome()) {
            case DONE -> 0;
            case PARTLY -> IN_PART;
            case FAILED -> FAILED;
        };
    }

    private static @Nullable LocalDate day(String option, @Nullable String typed) {
        try {
            return typed == null ? null : Period.day(typed).day();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /// Shows how far the import is, and lets the index follow.
    private final class Following implements ImportProgress {
        private final Telling telling;
        private long followed;

        Following(Telling telling) {
            this.telling = telling;
        }

        @Override
        public void reached(State state) {
            telling.progress("importing", state.bytesRead(), state.bytesTotal());
            if (state.records() >= followed + RECORDS_A_TURN) {
                followed = state.records();
                house.follower().catchUp();
            }
        }
    }
}
