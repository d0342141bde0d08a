package org.broadsheet.server.sources;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceFacts;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.jspecify.annotations.Nullable;

/// Brings in one paper by its id: asks the sources that give ids of its kind, one after another,
/// until one knows it.
public final class Fetching {
    private final SourceFacts storage;
    private final Sources sources;
    private final Function<Manner, Web> web;
    private final Consumer<Kept> kept;

    /// @param web how sources of a manner ask
    /// @param kept is told what came in
    public Fetching(
            SourceFacts storage, Sources sources, Function<Manner, Web> web, Consumer<Kept> kept) {
        this.storage = storage;
        this.sources = sources;
        this.web = web;
        this.kept = kept;
    }

    /// @return the paper's id in the house; nothing when no source knows it
    /// @throws IOException when none knows it, and one that may could not be asked
    public Optional<PaperId> fetch(PaperId id) throws IOException, InterruptedException {
        @Nullable IOException trouble = null;
        for (Source source : sources.all()) {
            try {
                Optional<Statement> told = source.find(id, web.apply(source.manner()));
                if (told.isPresent()) {
                    kept.accept(new Intake(storage).keep(List.of(told.get())));
                    return storage.aliases().paper(id);
                }
            } catch (IOException e) {
                trouble = e;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
        return Optional.empty();
    }
}
