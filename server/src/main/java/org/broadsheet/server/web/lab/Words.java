package org.broadsheet.server.web.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.run.Run;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.web.page.Story;

/// Settings, states and times of runs in words.
final class Words {
    private Words() {}

    /// As in `full size, seed 1`, and what does not stand where it starts.
    static String setting(List<Parameter> parameters, Setting setting) {
        String changed =
                parameters.stream()
                        .filter(one -> !one.start(setting.size()).equals(value(one, setting)))
                        .map(one -> one.name() + " " + value(one, setting))
                        .collect(Collectors.joining(", "));
        return "%s size, seed %d%s"
                .formatted(
                        setting.size().word(),
                        setting.seed(),
                        changed.isEmpty() ? "" : ", " + changed);
    }

    private static String value(Parameter parameter, Setting setting) {
        return setting.values().getOrDefault(parameter.name(), "");
    }

    static String state(Run run) {
        return switch (run.state()) {
            case WAITING -> "waits";
            case RUNNING -> "under way";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "stopped";
        };
    }

    static String size(Size size) {
        return switch (size) {
            case QUICK -> "Quick: within a minute";
            case FULL -> "Full: all claims, within ten minutes";
            case PAPER -> "The paper’s own sizes, however long";
        };
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    static Story.Day brief(Instant moment) {
        LocalDate day = day(moment);
        return new Story.Day(day.toString(), Dates.brief(day));
    }
}
