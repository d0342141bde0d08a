package org.broadsheet.server.house;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.job.Job;
import org.broadsheet.search.VectorProgress;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;
import org.broadsheet.source.Reject;

/// `doctor`: looks at every part of the house and says what it found. Changes nothing.
public final class DoctorCommand implements OwnerCommand<DoctorCommand.Arguments> {
    private static final long LEAST_FREE_BYTES = 500_000_000;
    private static final int REJECTS_SHOWN = 3;

    private final House house;

    /// @param json whether to answer for programs
    public record Arguments(boolean json) {}

    /// One look.
    ///
    /// @param state `ok`, `note` or `broken`
    public record Look(String part, String state, String text) {}

    /// What one look found.
    sealed interface Finding {
        String text();

        record Well(String text) implements Finding {}

        /// Works, but somebody should know.
        record Note(String text) implements Finding {}

        record Broken(String text) implements Finding {}
    }

    public DoctorCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        long broken = 0;
        for (Map.Entry<String, Supplier<Finding>> part : parts().entrySet()) {
            Look look = look(part);
            telling.line(arguments.json() ? Telling.json(look) : text(look));
            broken += look.state().equals("broken") ? 1 : 0;
        }
        if (!arguments.json()) {
            telling.line(
                    broken == 0
                            ? "All is well."
                            : broken + " of " + parts().size() + " parts need you.");
        }
        return broken == 0 ? 0 : 1;
    }

    /// Looks at every part now.
    public List<Look> looks() {
        return parts().entrySet().stream().map(DoctorCommand::look).toList();
    }

    private static Look look(Map.Entry<String, Supplier<Finding>> part) {
        Finding finding = looked(part.getValue());
        return new Look(part.getKey(), state(finding), finding.text());
    }

    private SequencedMap<String, Supplier<Finding>> parts() {
        SequencedMap<String, Supplier<Finding>> parts = new LinkedHashMap<>();
        parts.put("java", this::java);
        parts.put("folder", this::folder);
        parts.put("store", this::store);
        parts.put("index", this::index);
        parts.put("meaning", this::meaning);
        parts.put("enriching", this::enriching);
        parts.put("sources", this::sources);
        parts.put("rejects", this::rejects);
        parts.put("lab", this::lab);
        parts.put("clock", this::clock);
        return parts;
    }

    private static String state(Finding finding) {
        return switch (finding) {
            case Finding.Well _ -> "ok";
            case Finding.Note _ -> "note";
            case Finding.Broken _ -> "broken";
        };
    }

    private static String text(Look look) {
        return "%-7s %-9s %s".formatted(look.state(), look.part(), look.text());
    }

    private static Finding looked(Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            return new Finding.Broken(String.valueOf(e.getMessage()));
        }
    }

    private Finding java() {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return new Finding.Well(
                "Java %s, heap up to %,d MiB, %d cores"
                        .formatted(
                                Runtime.version(),
                                mebibytes,
                                Runtime.getRuntime().availableProcessors()));
    }

    private Finding folder() {
        try {
            long free = Files.getFileStore(house.folder()).getUsableSpace();
            String text = "%s, %,d MB free".formatted(house.folder(), free / 1_000_000);
            return free < LEAST_FREE_BYTES
                    ? new Finding.Broken(text + "; make room, at least 500 MB")
                    : new Finding.Well(text);
        } catch (IOException e) {
            return new Finding.Broken(house.folder() + " cannot be looked at: " + e.getMessage());
        }
    }

    private Finding store() {
        house.storage().check();
        return new Finding.Well(
                "%s, %,d papers, change %,d"
                        .formatted(
                                house.settings().storage(),
                                house.storage().papers().count(),
                                house.storage().changes().latest()));
    }

    private Finding index() {
        long wanted = house.follower().latest();
        long durable = house.index().sequence();
        return durable > wanted
                ? new Finding.Broken("is ahead of the store; run: broadsheet reindex")
                : new Finding.Well(
                        "holds change %,d for good, %,d more on its way"
                                .formatted(durable, wanted - durable));
    }

    private Finding meaning() {
        if (house.settings().vectors() == Settings.Vectors.DISABLED) {
            return new Finding.Note("search by meaning is switched off (vectors.enabled)");
        }
        VectorProgress made = house.meaning();
        String text =
                "%,d of %,d papers can be found by meaning".formatted(made.done(), made.total());
        return made.isComplete()
                ? new Finding.Well(text)
                : new Finding.Note(
                        text + "; serve makes the rest in the background" + timeLeft(made));
    }

    private static String timeLeft(VectorProgress made) {
        return made.timeLeft()
                .map(left ->
                        ", %.1f a second, %d min left"
                                .formatted(made.perSecond(), left.toMinutes() + 1))
                .orElse("");
    }

    private Finding enriching() {
        Job.Progress made = house.enriched();
        String text =
                "%,d of %,d papers were looked through for keywords, an extract and code links"
                        .formatted(made.done(), made.total());
        return made.done() >= made.total()
                ? new Finding.Well(text)
                : new Finding.Note(text + "; serve does the rest in the background");
    }

    private Finding sources() {
        List<Harvest> all = house.harvests().all();
        List<String> troubles = new ArrayList<>(house.sources().troubles());
        for (Harvest harvest : all) {
            if (!harvest.run().error().isEmpty()) {
                troubles.add(
                        "%s is %s: %s"
                                .formatted(
                                        harvest.key().text(),
                                        house.harvests().state(harvest).word(),
                                        harvest.run().error()));
            }
        }
        if (!troubles.isEmpty()) {
            return new Finding.Note(String.join("; ", troubles));
        }
        return new Finding.Well(
                all.isEmpty()
                        ? "nothing was harvested yet; choose what comes in at /admin/house"
                        : all.stream().map(DoctorCommand::harvested).collect(joining("; ")));
    }

    private static String harvested(Harvest harvest) {
        Harvest.Counts counts = harvest.run().counts();
        return "%s complete up to %s, %,d new and %,d changed in the last run"
                .formatted(
                        harvest.key().text(),
                        harvest.complete() == null ? "no day yet" : harvest.complete(),
                        counts.added(),
                        counts.changed());
    }

    private Finding rejects() {
        long count = house.storage().rejects().count();
        if (count == 0) {
            return new Finding.Well("no record was set aside");
        }
        List<Reject> latest = house.storage().rejects().latest(REJECTS_SHOWN);
        StringBuilder text =
                new StringBuilder("%,d records were set aside; the latest:".formatted(count));
        latest.forEach(reject ->
                text.append(
                        "%n                 %s, %s: %s"
                                .formatted(reject.source(), reject.place(), reject.reason())));
        return new Finding.Note(text.toString());
    }

    private Finding lab() {
        int papers = house.lab().catalogue().all().size();
        List<String> broken = house.lab().catalogue().broken();
        String text =
                "%d papers can be run, with %s kernels"
                        .formatted(papers, house.lab().catalogue().kernel());
        return broken.isEmpty()
                ? new Finding.Well(text)
                : new Finding.Note(text + "; cannot be run: " + String.join("; ", broken));
    }

    private Finding clock() {
        return new Finding.Well(
                "%s; the open edition is %s (turns over at %s, %s)"
                        .formatted(
                                house.clock().instant(),
                                house.settings().edition().day(house.clock().instant()),
                                house.settings().edition().turnOver(),
                                house.settings().edition().zone()));
    }
}
