package org.broadsheet.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.server.house.ImportCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `import`: papers from files.
@Command(
        name = "import",
        description = {
            "Takes in papers from files: a saved search page as text, the hosted page's daily JSON,"
                    + " arXiv's metadata snapshot (JSON lines), an answer of arXiv's OAI-PMH"
                    + " interface (XML), or citations (BibTeX, RIS, CSL-JSON, CSV); plain, .gz,"
                    + " .xz, .zst or .bz2.",
            "The same file again changes nothing. Records that cannot be read are set aside with the"
                    + " reason; `broadsheet doctor` shows them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class Import implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private JsonOption json = new JsonOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    private List<Path> files = List.of();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description =
                    "The day of a daily JSON file whose name does not say it (2025-11-07.json).")
    private @Nullable String date;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description =
                    "The day on which a search page was saved, for its dates without a year (default:"
                            + " the day the file was written).")
    private @Nullable String asOf;

    @Override
    public Integer call() {
        List<String> absolute =
                files.stream().map(file -> file.toAbsolutePath().normalize().toString()).toList();
        return HouseWork.run(
                home.folder(),
                "import",
                ImportCommand::new,
                new ImportCommand.Arguments(absolute, date, asOf, json.isOn()),
                Terminal.of(spec, json));
    }
}
