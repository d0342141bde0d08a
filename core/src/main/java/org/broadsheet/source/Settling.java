package org.broadsheet.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.Text;

/// Finds the papers that records mean which name them by title or by a damaged id.
final class Settling {
    private final Map<String, PaperId> titles;
    private final Map<PaperId, Paper> known;

    private Settling(Map<String, PaperId> titles, Map<PaperId, Paper> known) {
        this.titles = titles;
        this.known = known;
    }

    /// Looks up at once all that the batch may need: what the store knows, and what the batch
    /// itself says under sound ids.
    static Settling of(List<? extends Reading> batch, PaperStore papers) {
        Set<String> titles = new HashSet<>();
        Set<PaperId> candidates = new HashSet<>();
        Map<PaperId, Paper> known = new HashMap<>();
        for (Reading reading : batch) {
            if (reading instanceof Statement statement) {
                switch (statement.naming()) {
                    case Naming.Exact(PaperId id) -> known.put(id, statement.paper());
                    case Naming.ByTitle _ -> titles.add(Text.titleKey(statement.paper().title()));
                    case Naming.OneOf(List<PaperId> ids, _) -> candidates.addAll(ids);
                    case Naming.IfKnown(PaperId id, _) -> candidates.add(id);
                }
            }
        }
        titles.remove("");
        if (!candidates.isEmpty()) {
            known.putAll(papers.get(candidates));
        }
        return new Settling(titles.isEmpty() ? Map.of() : papers.byTitle(titles), known);
    }

    Optional<PaperId> byTitle(String title) {
        return Optional.ofNullable(titles.get(Text.titleKey(title)));
    }

    boolean isKnown(PaperId id) {
        return known.containsKey(id);
    }

    Optional<PaperId> oneOf(Naming.OneOf naming, String title) {
        String key = Text.titleKey(title);
        List<PaperId> fitting =
                naming.candidates().stream().filter(id -> isKnownAs(id, key)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private boolean isKnownAs(PaperId id, String key) {
        Paper paper = known.get(id);
        return paper != null && Text.titleKey(paper.title()).equals(key);
    }
}
