package org.broadsheet.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.server.house.LabListCommand;
import org.broadsheet.server.house.LabRunCommand;
import org.broadsheet.server.house.LabShowCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `lab`: papers that run.
@Command(
        name = "lab",
        description = "Runs papers: measures what they claim, on this machine.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {Lab.Listing.class, Lab.Running.class, Lab.Showing.class})
final class Lab {
    /// `lab list`.
    @Command(
            name = "list",
            description = "Lists what can be run, with the verdicts of the report that stands.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Listing implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private HomeOption home = new HomeOption();
        @Mixin private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            return HouseWork.run(
                    home.folder(),
                    "lab-list",
                    LabListCommand::new,
                    new LabListCommand.Arguments(json.isOn()),
                    Terminal.of(spec, json));
        }
    }

    /// `lab run`.
    @Command(
            name = "run",
            description = {
                "Runs the reproductions of papers and prints their claims and verdicts.",
                "The same run is not made twice: its report is printed again."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Running implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private HomeOption home = new HomeOption();
        @Mixin private JsonOption json = new JsonOption();

        @Parameters(
                arity = "1..*",
                paramLabel = "ID",
                description = "Papers, as in 2008.02217; `lab list` names them.")
        private List<String> papers = List.of();

        @Option(
                names = "--size",
                paramLabel = "SIZE",
                defaultValue = "quick",
                description =
                        "quick: within a minute (default). full: all claims, within ten minutes."
                                + " paper: the paper's own sizes.")
        private String size = "quick";

        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description = "Sets a parameter, as in --set patterns=4096; may be repeated.")
        private List<String> set = List.of();

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "1",
                description = "The seed of all chance, a whole number (default: 1).")
        private long seed = 1;

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description =
                        "Also writes each report into a folder in DIR: Markdown, JSON, charts, data.")
        private @Nullable Path out;

        @Override
        public Integer call() {
            return HouseWork.run(
                    home.folder(),
                    "lab-run",
                    LabRunCommand::new,
                    new LabRunCommand.Arguments(
                            papers,
                            size,
                            seed,
                            set,
                            out == null ? null : out.toAbsolutePath().normalize().toString(),
                            json.isOn()),
                    Terminal.of(spec, json));
        }
    }

    /// `lab show`.
    @Command(
            name = "show",
            description = "Prints the report of a run, or how it stands.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Showing implements Callable<Integer> {
        @Spec private CommandSpec spec = CommandSpec.create();
        @Mixin private HomeOption home = new HomeOption();
        @Mixin private JsonOption json = new JsonOption();

        @Parameters(paramLabel = "RUN", description = "The run's name: twelve hexadecimal digits.")
        private String run = "";

        @Override
        public Integer call() {
            return HouseWork.run(
                    home.folder(),
                    "lab-show",
                    LabShowCommand::new,
                    new LabShowCommand.Arguments(run, json.isOn()),
                    Terminal.of(spec, json));
        }
    }
}
