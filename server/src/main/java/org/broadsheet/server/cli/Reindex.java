package org.broadsheet.server.cli;

import java.util.concurrent.Callable;
import org.broadsheet.server.house.ReindexCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `reindex`: builds the search index again.
@Command(
        name = "reindex",
        description =
                "Builds the search index again from the store. Needed only when doctor says so; a"
                        + " running server finds what it has indexed so far meanwhile.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Reindex implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        return HouseWork.run(
                home.folder(),
                "reindex",
                ReindexCommand::new,
                new ReindexCommand.Arguments(json.isOn()),
                Terminal.of(spec, json));
    }
}
