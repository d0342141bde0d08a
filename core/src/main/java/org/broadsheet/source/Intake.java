package org.broadsheet.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;

/// Writes what sources say into the stores. The same readings again change nothing.
///
/// One paper known under several ids is one paper ([Identity]). A batch is written store by store,
/// names and papers first; if the house falls between two of them, reading the same again completes
/// it.
public final class Intake {
    private final SourceFacts storage;
    private final FreshCounts counts;

    public Intake(SourceFacts storage) {
        this.storage = storage;
        this.counts = new FreshCounts(storage.tallies(), storage.editions());
    }

    /// Keeps a batch of readings; a few hundred at a time write fastest.
    public Kept keep(List<? extends Reading> readings) {
        List<Statement> statements = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (Reading reading : settled(readings)) {
            switch (reading) {
                case Statement statement -> statements.add(statement);
                case Reading.SetAside(Reject reject) -> rejects.add(reject);
            }
        }
        if (!rejects.isEmpty()) {
            storage.rejects().keep(rejects);
        }
        return statements.isEmpty()
                ? new Kept(0, 0, 0, rejects.size(), 0, 0)
                : keep(statements, rejects.size());
    }

    private Kept keep(List<Statement> told, int rejected) {
        Identity identity = Identity.of(told, storage.aliases(), storage.papers());
        Collection<Paper> papers = merged(told);
        PaperStore.Kept kept = storage.papers().keep(papers, identity.fresh());
        for (Identity.Union union : identity.unions()) {
            storage.aliases().unite(union.kept(), union.other());
        }
        List<Statement> statements =
                told.stream().map(one -> one.about(identity.lead(one.paper().id()))).toList();
        int submitted =
                storage.editions()
                        .submit(
                                statements.stream()
                                        .flatMap(statement -> statement.submissions().stream())
                                        .toList());
        int counted = storage.tallies().keep(counts.of(statements));
        int repeated = statements.size() - papers.size();
        return new Kept(
                kept.added(),
                kept.changed(),
                (long) kept.unchanged() + repeated,
                rejected,
                submitted,
                counted);
    }

    private List<Reading> settled(List<? extends Reading> readings) {
        Settling settling = Settling.of(readings, storage.papers());
        List<Reading> settled = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            settled.add(reading instanceof Statement told ? settled(told, settling) : reading);
        }
        return settled;
    }

    private static Reading settled(Statement statement, Settling settling) {
        return switch (statement.naming()) {
            case Naming.Exact(PaperId id) -> statement.about(id.leading());
            case Naming.ByTitle(PaperId otherwise) ->
                    statement.about(settling.byTitle(statement.paper().title()).orElse(otherwise));
            case Naming.IfKnown(PaperId id, Reject otherwise) ->
                    settling.isKnown(id) ? statement.about(id) : new Reading.SetAside(otherwise);
            case Naming.OneOf oneOf -> {
                Optional<PaperId> known = settling.oneOf(oneOf, statement.paper().title());
                yield known.isPresent()
                        ? statement.about(known.get())
                        : new Reading.SetAside(oneOf.otherwise());
            }
        };
    }

    private static Collection<Paper> merged(List<Statement> statements) {
        Map<PaperId, Paper> merged = new LinkedHashMap<>();
        statements.forEach(
                statement -> merged.merge(statement.paper().id(), statement.paper(), Paper::merge));
        return merged.values();
    }
}
