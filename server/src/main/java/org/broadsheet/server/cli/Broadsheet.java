package org.broadsheet.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `broadsheet`, which does nothing without one of its subcommands.
@Command(
        name = "broadsheet",
        description = "An open daily-papers server.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            Serve.class,
            Import.class,
            HarvestSource.class,
            SearchPapers.class,
            Reindex.class,
            Doctor.class,
            PaperWork.class,
            User.class,
            Lab.class,
            Worker.class,
            Rehearse.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message says why",
            "2:wrong words on the command line, or a setting that cannot be used",
            "3:the address or port cannot be used",
            "4:another Broadsheet has the data folder",
            "5:the data folder or what is in it cannot be used",
            "6:some of the input was taken in, and some was not"
        })
public final class Broadsheet {
    private Broadsheet() {}

    /// The command line, ready to execute. A failure is told in one line, without a stack trace.
    public static CommandLine commandLine() {
        var line = new CommandLine(new Broadsheet());
        line.setExecutionExceptionHandler(Failure::tell);
        line.setUsageHelpAutoWidth(true);
        return line;
    }
}
