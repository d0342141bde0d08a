package org.broadsheet.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.search.Search;
import org.broadsheet.server.house.SearchCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command `search`: papers by words and by meaning.
@Command(
        name = "search",
        description = {
            "Finds papers by words and by meaning, and says why each was found.",
            "Words, \"phrases\", -not, author:, cat:, org:, id:, date:2024..2025, has:code,"
                    + " like:2008.02217; see docs/search.md. Put -- before a query that begins with a"
                    + " minus sign."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SearchPapers implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HomeOption home = new HomeOption();
    @Mixin private JsonOption json = new JsonOption();

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "The query.")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "At most so many papers, 1 to " + Search.LARGEST_PAGE + " (default: 10).")
    private int limit = 10;

    @Override
    public Integer call() {
        return HouseWork.run(
                home.folder(),
                "search",
                SearchCommand::new,
                new SearchCommand.Arguments(String.join(" ", words), limit, style()),
                Terminal.of(spec, json));
    }

    private SearchCommand.Style style() {
        if (json.isOn()) {
            return SearchCommand.Style.JSON;
        }
        return Terminal.isInteractive() ? SearchCommand.Style.TERMINAL : SearchCommand.Style.PLAIN;
    }
}
