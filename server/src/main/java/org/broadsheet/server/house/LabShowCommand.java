package org.broadsheet.server.house;

import java.util.Optional;
import java.util.function.Consumer;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.report.ReportText;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;

/// `lab show`: a run, and its report if it is done.
public final class LabShowCommand implements OwnerCommand<LabShowCommand.Arguments> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final House house;

    /// @param run its name, as typed
    /// @param json whether to answer for programs: the report in a line
    public record Arguments(String run, boolean json) {}

    public LabShowCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "lab-show";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        RunId id;
        try {
            id = new RunId(arguments.run());
        } catch (IllegalArgumentException e) {
            telling.error(String.valueOf(e.getMessage()));
            return USAGE;
        }
        Optional<Run> run = house.lab().find(id);
        if (run.isEmpty()) {
            telling.error("There is no run " + id + " here; `broadsheet lab list` names some.");
            return FAILED;
        }
        Optional<Report> report = house.lab().report(id);
        if (report.isPresent()) {
            telling.line(
                    arguments.json()
                            ? LabJson.write(report.get())
                            : ReportText.plain(report.get()));
            return 0;
        }
        telling.line(state(run.get()));
        return 0;
    }

    private String state(Run run) {
        return "Run %s of %s: %s"
                .formatted(
                        run.id(),
                        run.paper(),
                        switch (run.state()) {
                            case WAITING -> "waits for a worker";
                            case RUNNING -> "runs: " + house.lab().live(run).stage();
                            case FAILED -> "failed: " + run.message();
                            case CANCELLED -> "was cancelled";
                            case DONE -> "is done";
                        });
    }
}
