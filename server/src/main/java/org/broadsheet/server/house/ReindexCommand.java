package org.broadsheet.server.house;

import java.util.function.Consumer;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;

/// `reindex`: empties the index and fills it again from the store.
public final class ReindexCommand implements OwnerCommand<ReindexCommand.Arguments> {
    private final House house;

    /// @param json whether to answer for programs
    public record Arguments(boolean json) {}

    /// The answer for programs.
    record Indexed(long papers) {}

    public ReindexCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "reindex";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        house.follower().rebuild((done, total) -> telling.progress("indexing", done, total));
        long papers = house.storage().papers().count();
        telling.line(
                arguments.json()
                        ? Telling.json(new Indexed(papers))
                        : "Indexed %,d papers.".formatted(papers));
        return 0;
    }
}
