package org.broadsheet.server.cli;

import java.util.concurrent.Callable;
import org.broadsheet.server.house.PaperCommand;
import org.broadsheet.server.house.PaperCommand.Deed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `paper`: which papers are one.
@Command(
        name = "paper",
        description = "Says which papers are one, where Broadsheet did not notice or was wrong.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {PaperWork.Unite.class, PaperWork.Part.class})
final class PaperWork {
    /// `paper unite`.
    @Command(
            name = "unite",
            description = {
                "Makes two papers one: facts, votes, submissions, counts and runs together.",
                "An arXiv id goes before acl: and openreview:, these before doi:, these before local:."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Unite implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private HomeOption home = new HomeOption();
        @Mixin private JsonOption json = new JsonOption();

        @Parameters(index = "0", paramLabel = "ID", description = "A paper.")
        private String one = "";

        @Parameters(index = "1", paramLabel = "ID", description = "The same under another id.")
        private String other = "";

        @Override
        public Integer call() {
            return HouseWork.run(
                    home.folder(),
                    "paper",
                    PaperCommand::new,
                    new PaperCommand.Arguments(Deed.UNITE, one, other, json.isOn()),
                    Terminal.of(spec, json));
        }
    }

    /// `paper part`.
    @Command(
            name = "part",
            description = {
                "Takes an id off the paper that it stands for, with all that was said under it.",
                "The two stay apart, whatever sources say, until they are united again."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Part implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private HomeOption home = new HomeOption();
        @Mixin private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "ID", description = "The id to take off.")
        private String id = "";

        @Override
        public Integer call() {
            return HouseWork.run(
                    home.folder(),
                    "paper",
                    PaperCommand::new,
                    new PaperCommand.Arguments(Deed.PART, id, "", json.isOn()),
                    Terminal.of(spec, json));
        }
    }
}
