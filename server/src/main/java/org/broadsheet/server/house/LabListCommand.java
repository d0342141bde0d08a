package org.broadsheet.server.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.ReportText;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.lab.work.Summary;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;
import org.jspecify.annotations.Nullable;

/// `lab list`: what can be run here, and what the report that stands for each says.
public final class LabListCommand implements OwnerCommand<LabListCommand.Arguments> {
    private final House house;

    /// @param json whether to answer for programs, one object a line
    public record Arguments(boolean json) {}

    /// @param run whose report stands; null before there is one
    /// @param verdicts in the order of the claims
    record Listed(
            String paper,
            String title,
            String family,
            int claims,
            @Nullable String run,
            List<Verdict> verdicts) {}

    public LabListCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "lab-list";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        Laboratory lab = house.lab();
        ShippedLab.takeReports(lab);
        List<Descriptor> all = lab.catalogue().all();
        Map<PaperId, Run> standing = lab.standing(all.stream().map(Descriptor::paper).toList());
        for (Descriptor one : all) {
            Optional<Run> run = Optional.ofNullable(standing.get(one.paper()));
            Listed listed = listed(one, run, lab);
            telling.line(arguments.json() ? Telling.json(listed) : text(listed));
        }
        lab.catalogue().broken().forEach(line -> telling.error("cannot be run: " + line));
        if (!arguments.json()) {
            telling.line("%d papers can be run.".formatted(all.size()));
        }
        return 0;
    }

    private static Listed listed(Descriptor one, Optional<Run> run, Laboratory lab) {
        return new Listed(
                one.paper().value(),
                one.about().title(),
                one.about().family().title(),
                one.claims().size(),
                run.map(found -> found.id().value()).orElse(null),
                run.map(lab::summary).map(Summary::verdicts).orElse(List.of()));
    }

    private static String text(Listed one) {
        String verdicts =
                one.run() == null
                        ? "%d claims, not run here yet".formatted(one.claims())
                        : ReportText.counts(one.verdicts()) + " (run " + one.run() + ")";
        return "%-12s %s%n%13s%s".formatted(one.paper(), one.title(), "", verdicts);
    }
}
