package org.broadsheet.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.server.house.HarvestCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `harvest`: papers from a source over the network.
@Command(
        name = "harvest",
        description = {
            "Takes in papers from a source over the network, politely: one request at a time, with"
                    + " the pauses that the source wishes.",
            "It goes on where the last harvest ended, or broke off; Ctrl-C loses nothing. Records"
                    + " that cannot be read are set aside with the reason; `broadsheet doctor` shows"
                    + " them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HarvestSource implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private JsonOption json = new JsonOption();

    @Parameters(
            paramLabel = "SOURCE",
            description = "The source's name, as in arxiv, arxiv-api or arxiv-rss.")
    private String source = "";

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM-DD",
            description =
                    "The first day whose changes are wanted (default: two days before the last"
                            + " success, a week ago at first).")
    private @Nullable String since;

    @Option(
            names = "--until",
            paramLabel = "YYYY-MM-DD",
            description = "The last day whose changes are wanted (default: today).")
    private @Nullable String until;

    @Option(
            names = "--set",
            split = ",",
            paramLabel = "NAME",
            description =
                    "A part of the source, in its own words, as in cs, math.CO or physics:hep-th; may"
                            + " be given several times (default: all of it).")
    private List<String> sets = List.of();

    @Override
    public Integer call() {
        return HouseWork.run(
                home.folder(),
                "harvest",
                HarvestCommand::new,
                new HarvestCommand.Arguments(source, since, until, List.copyOf(sets), json.isOn()),
                Terminal.of(spec, json));
    }
}
