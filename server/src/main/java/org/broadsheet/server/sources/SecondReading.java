package org.broadsheet.server.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Source;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.broadsheet.storage.Storage;

/// Reads records again that were set aside: one that a source gave by asking it for the paper anew,
/// any other from its kept text. What can be read now comes in and is set aside no more.
public final class SecondReading {
    private static final int LATEST = 50;

    private final Storage storage;
    private final Sources sources;
    private final Function<Manner, Web> web;
    private final Clock clock;
    private final Consumer<Kept> kept;

    /// @param web how sources of a manner ask
    /// @param kept is told what came in
    public SecondReading(
            Storage storage,
            Sources sources,
            Function<Manner, Web> web,
            Clock clock,
            Consumer<Kept> kept) {
        this.storage = storage;
        this.sources = sources;
        this.web = web;
        this.clock = clock;
        this.kept = kept;
    }

    /// Reads it again.
    ///
    /// @return what became of it, in a sentence
    public String again(Reject reject) throws InterruptedException {
        Optional<Source> source = sources.find(reject.source());
        return source.isPresent() ? asked(source.get(), reject) : reread(reject);
    }

    private String asked(Source source, Reject reject) throws InterruptedException {
        List<PaperId> ids = PaperId.candidates(reject.place().replaceFirst("(?i)^oai:[^:]+:", ""));
        if (ids.isEmpty()) {
            return "“%s” names no paper, so %s cannot be asked for it; it stays set aside."
                    .formatted(reject.place(), source.manner().label());
        }
        try {
            Optional<Statement> told = source.find(ids.getFirst(), web.apply(source.manner()));
            if (told.isEmpty()) {
                return "%s does not know %s, or its record cannot be read yet; it stays set aside."
                        .formatted(source.manner().label(), ids.getFirst());
            }
            return seen(reject, new Intake(storage).keep(List.of(told.get())));
        } catch (IOException e) {
            return "%s cannot be asked now: %s".formatted(source.manner().label(), e.getMessage());
        }
    }

    /// The text is read as a file of its name, whose content tells its format.
    private String reread(Reject reject) throws InterruptedException {
        if (reject.raw().length() >= Reject.MOST_RAW) {
            return "Only the first %,d characters of this record were kept; import its file again."
                    .formatted(Reject.MOST_RAW);
        }
        try {
            Path folder = Files.createTempDirectory("broadsheet-again");
            Path file = folder.resolve(name(reject.source()));
            try {
                Files.writeString(file, reject.raw());
                Kept read =
                        new Importing(storage, clock)
                                .run(List.of(file), ImportOptions.NONE, ImportProgress.NONE)
                                .kept();
                return read.rejected() > 0 || read.read() == 0
                        ? stays(reject, file)
                        : seen(reject, read);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return "There is no room to read it again: " + e.getMessage();
        }
    }

    private String seen(Reject reject, Kept read) {
        storage.rejects().remove(List.of(reject));
        kept.accept(read);
        return read.added() > 0
                ? "It could be read: the paper is in."
                : "It could be read, and told of a paper that is in the house already.";
    }

    /// The second attempt set it aside once more, as of another place.
    private String stays(Reject reject, Path file) {
        List<Reject> twins =
                storage.rejects().latest(LATEST).stream()
                        .filter(it -> it.source().equals(String.valueOf(file.getFileName())))
                        .filter(it -> it.raw().strip().equals(reject.raw().strip()))
                        .filter(it -> !it.equals(reject))
                        .toList();
        storage.rejects().remove(twins);
        storage.rejects().keep(List.of(reject));
        return "It still cannot be read: %s."
                .formatted(twins.isEmpty() ? reject.reason() : twins.getFirst().reason());
    }

    private static String name(String source) {
        String bare = source.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return bare.isBlank() || bare.startsWith(".") ? "record" + bare : bare;
    }
}
