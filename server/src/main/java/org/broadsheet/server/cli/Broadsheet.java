package org.broadsheet.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `broadsheet`, which does nothing without one of its subcommands.
@Command(
        name = "broadsheet",
        description = "An open daily-papers server.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {Serve.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message says why",
            "2:wrong words on the command line",
            "3:the address or port cannot be used"
        })
public final class Broadsheet implements Callable<Integer> {
    @Spec private CommandSpec spec;

    private Broadsheet(CommandSpec spec) {
        this.spec = spec;
    }

    /// The command line, ready to execute. A failure is told in one line, without a stack trace.
    public static CommandLine commandLine() {
        var line = new CommandLine(new Broadsheet(CommandSpec.create()));
        line.setExecutionExceptionHandler(Failure::tell);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
