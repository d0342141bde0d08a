package org.broadsheet.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.change.Change;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.TitleMark;
import org.broadsheet.storage.InMemoryNames.Name;
import org.jspecify.annotations.Nullable;

/// Names beside the papers that they stand for.
final class InMemoryAliases implements AliasStore {
    private final InMemoryPapers papers;
    private final InMemoryNames names;
    private final InMemoryChanges changes;
    private final List<Moving> belongings;

    /// What belongs to papers and goes with them. Called under the lock.
    interface Moving {
        /// All of the other paper's becomes the kept one's.
        void unite(PaperId kept, PaperId other);

        /// What came with the alias becomes the alias's again.
        void part(PaperId paper, PaperId alias);
    }

    InMemoryAliases(InMemoryPapers papers, InMemoryChanges changes, List<Moving> belongings) {
        this.papers = papers;
        this.names = papers.names();
        this.changes = changes;
        this.belongings = belongings;
    }

    @Override
    public Map<String, Known> known(Collection<String> asked) {
        synchronized (changes) {
            Map<String, Known> found = new HashMap<>();
            for (String one : asked) {
                Name name = names.get(one);
                if (name != null) {
                    found.put(one, new Known(name.paper(), name.isApart()));
                } else if (papers.isPaper(one)) {
                    found.put(one, new Known(PaperId.of(one), false));
                }
            }
            return found;
        }
    }

    @Override
    public int note(Map<String, PaperId> told) {
        synchronized (changes) {
            return papers.note(told);
        }
    }

    @Override
    public List<Alias> of(PaperId paper) {
        synchronized (changes) {
            return names.of(paper).stream()
                    .filter(name ->
                            !name.getKey().startsWith(TitleMark.PREFIX)
                                    && !name.getKey().equals(paper.value()))
                    .map(name ->
                            new Alias(PaperId.of(name.getKey()), name.getValue().told() != null))
                    .toList();
        }
    }

    @Override
    public boolean unite(PaperId first, PaperId second) {
        synchronized (changes) {
            PaperId kept = names.lead(first);
            PaperId other = names.lead(second);
            if (kept.equals(other)) {
                return false;
            }
            Paper gone =
                    papers.get(other)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "no paper %s is known; only known papers can be united"
                                                    .formatted(second)));
            Optional<Paper> stays = papers.get(kept);
            names.own(kept, stays.orElse(null));
            names.own(other, gone);
            free(kept);
            names.of(other)
                    .forEach(name ->
                            names.put(
                                    name.getKey(),
                                    name.getValue().of(kept, under(name.getValue(), other))));
            Paper moved = gone.withId(kept);
            papers.put(stays.map(paper -> paper.merge(moved)).orElse(moved));
            belongings.forEach(one -> one.unite(kept, other));
            papers.remove(other);
            return true;
        }
    }

    private static PaperId under(Name name, PaperId other) {
        PaperId under = name.under();
        return under == null ? other : under;
    }

    /// A curator who unites gives up what was kept apart.
    private void free(PaperId id) {
        Name name = names.get(id.value());
        if (name != null) {
            names.put(id.value(), name.of(name.paper(), name.under()));
        }
    }

    @Override
    public boolean part(PaperId alias) {
        synchronized (changes) {
            Name name = names.get(alias.value());
            if (name == null || name.paper().equals(alias)) {
                return false;
            }
            PaperId paper = name.paper();
            Paper told = name.told();
            if (told != null) {
                Paper rest = rest(paper, alias);
                goWith(paper, alias);
                papers.put(told);
                papers.put(rest);
                belongings.forEach(one -> one.part(paper, alias));
            } else {
                changes.add(Change.Kind.PAPER, paper.value());
            }
            names.put(alias.value(), new Name(alias, told, null, true));
            return true;
        }
    }

    private void goWith(PaperId paper, PaperId alias) {
        names.of(paper).stream()
                .filter(name -> alias.equals(name.getValue().under()))
                .forEach(name -> names.put(name.getKey(), name.getValue().of(alias, null)));
    }

    /// What was told of the paper under all its ids but those that go.
    private Paper rest(PaperId paper, PaperId alias) {
        @Nullable Paper rest = null;
        for (Map.Entry<String, Name> name : names.of(paper)) {
            Paper told = name.getValue().told();
            boolean goes =
                    name.getKey().equals(alias.value()) || alias.equals(name.getValue().under());
            if (told != null && !goes) {
                Paper moved = told.withId(paper);
                rest = rest == null ? moved : rest.merge(moved);
            }
        }
        if (rest == null) {
            throw new IllegalArgumentException(
                    "all that is known of %s was said under %s; there is nothing to part"
                            .formatted(paper, alias));
        }
        return rest;
    }
}
