package org.broadsheet.server.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.report.ReportFolder;
import org.broadsheet.lab.report.ReportText;
import org.broadsheet.lab.work.Live;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;
import org.jspecify.annotations.Nullable;

/// `lab run`: runs reproductions, one after the other, and tells what they measured. A run that is
/// done already is answered from its report.
public final class LabRunCommand implements OwnerCommand<LabRunCommand.Arguments> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    private final House house;

    /// @param papers their ids, as typed
    /// @param set parameters, as typed: `patterns=4096`
    /// @param out a folder in which each report becomes a folder, or null
    /// @param json whether to answer for programs: a report a line
    public record Arguments(
            List<String> papers,
            String size,
            long seed,
            List<String> set,
            @Nullable String out,
            boolean json) {}

    private record Asked(Descriptor descriptor, Setting setting) {}

    public LabRunCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "lab-run";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        List<Asked> all = new ArrayList<>();
        try {
            for (String paper : arguments.papers()) {
                all.add(asked(paper, arguments));
            }
        } catch (IllegalArgumentException e) {
            telling.error(String.valueOf(e.getMessage()));
            return USAGE;
        }
        house.startLab();
        int worst = 0;
        for (Asked one : all) {
            worst = Math.max(worst, run(one, arguments, telling));
        }
        return worst;
    }

    private Asked asked(String paper, Arguments arguments) {
        Descriptor descriptor = find(paper);
        Setting setting =
                Setting.of(
                        descriptor.parameters(),
                        Size.of(arguments.size()),
                        arguments.seed(),
                        pairs(arguments.set()));
        return new Asked(descriptor, setting);
    }

    private Descriptor find(String paper) {
        return PaperId.candidates(paper).stream()
                .flatMap(id -> house.lab().catalogue().of(id).stream())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no reproduction of \"%s\"; there are %s"
                                        .formatted(paper, known())));
    }

    private String known() {
        return house.lab().catalogue().all().stream()
                .map(one -> one.paper().value())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> pairs(List<String> set) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : set) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "--set \"%s\"; accepted is name=value, as in patterns=4096"
                                .formatted(pair));
            }
            pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        return pairs;
    }

    private int run(Asked asked, Arguments arguments, Telling telling) {
        Run run = house.lab().ask(asked.descriptor(), asked.setting());
        while (!run.state().isEnd()) {
            Live live = house.lab().live(run);
            telling.progress(live.stage(), live.done(), live.total());
            if (!pause()) {
                telling.error("Stopped waiting. Run " + run.id() + " goes on where a server runs.");
                return FAILED;
            }
            run = house.lab().find(run.id()).orElseThrow();
        }
        return switch (run.state()) {
            case DONE -> tell(run, arguments, telling);
            case CANCELLED -> {
                telling.error("Run " + run.id() + " was cancelled.");
                yield FAILED;
            }
            default -> {
                telling.error("Run " + run.id() + " failed: " + run.message());
                house.lab().live(run).lines().forEach(line -> telling.error("  " + line));
                yield FAILED;
            }
        };
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int tell(Run run, Arguments arguments, Telling telling) {
        Report report = house.lab().report(run.id()).orElseThrow();
        telling.line(arguments.json() ? LabJson.write(report) : ReportText.plain(report));
        if (arguments.out() != null) {
            Path folder =
                    Path.of(arguments.out()).resolve(ShippedLab.folderName(run.paper().value()));
            try {
                ReportFolder.write(report, files(report), folder);
            } catch (IOException e) {
                telling.error("The report cannot be written into " + folder + ": " + e);
                return FAILED;
            }
            telling.error("The report is in " + folder + ".");
        }
        return 0;
    }

    private Map<String, byte[]> files(Report report) {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : report.files()) {
            house.lab().file(report.run(), name).ifPresent(file -> files.put(name, file));
        }
        return files;
    }
}
