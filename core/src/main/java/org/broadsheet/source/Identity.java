package org.broadsheet.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.AliasStore.Known;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.paper.Text;
import org.broadsheet.paper.TitleMark;

/// Finds which statements of a batch mean the same paper, and which known one, by the ids that they
/// tell and by [TitleMark]. Names join papers whichever comes first, so that the order of the
/// statements does not matter.
///
/// Never joined by themselves are two ids of arXiv, whatever a record says; by a title's mark alone
/// papers that have different ids of one kind; and what a curator keeps apart.
final class Identity {
    private static final Comparator<PaperId> LEADING_FIRST =
            Comparator.comparing(PaperId::rank).thenComparing(Comparator.naturalOrder());

    private final AliasStore aliases;
    private final Map<String, Known> known;
    private final Map<String, PaperId> fresh = new LinkedHashMap<>();
    private final List<Union> unions = new ArrayList<>();

    /// Two papers that turned out to be one.
    record Union(PaperId kept, PaperId other) {}

    private Identity(AliasStore aliases, Map<String, Known> known) {
        this.aliases = aliases;
        this.known = known;
    }

    /// Looks up at once all names of the batch, and settles them.
    static Identity of(Collection<Statement> batch, AliasStore aliases, PaperStore store) {
        Set<String> names = new HashSet<>();
        // Worked out side by side: it takes as long as reading the statements did.
        List<Told> told = batch.parallelStream().map(Told::of).toList();
        for (Told one : told) {
            one.ids().forEach(id -> names.add(id.value()));
            one.mark().ifPresent(names::add);
        }
        Map<String, Known> known = new HashMap<>(aliases.known(names));
        Set<String> papers = new HashSet<>();
        known.values().forEach(name -> papers.add(name.paper().value()));
        papers.removeAll(known.keySet());
        if (!papers.isEmpty()) {
            known.putAll(aliases.known(papers));
        }
        Identity identity = new Identity(aliases, known);
        identity.findMarks(told, store);
        told.forEach(identity::settle);
        return identity;
    }

    /// Finds marks of papers of arXiv, which are not noted: nearly all papers are arXiv's, and
    /// their titles are looked up already.
    private void findMarks(List<Told> told, PaperStore store) {
        Map<String, String> wanted = new HashMap<>();
        for (Told one : told) {
            boolean isNew = !one.own().isArxiv() && !known.containsKey(one.own().value());
            one.mark()
                    .filter(mark -> isNew && !known.containsKey(mark))
                    .ifPresent(mark -> wanted.put(mark, one.title()));
        }
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> titles = new HashSet<>();
        wanted.values().forEach(title -> titles.add(Text.titleKey(title)));
        Collection<Paper> found = store.get(store.byTitle(titles).values()).values();
        known.putAll(aliases.known(found.stream().map(paper -> paper.id().value()).toList()));
        for (Paper paper : found) {
            TitleMark.of(paper)
                    .filter(wanted::containsKey)
                    .ifPresent(mark -> known.put(mark, new Known(paper.id(), false)));
        }
    }

    /// The names that are new, and their papers.
    Map<String, PaperId> fresh() {
        return fresh;
    }

    List<Union> unions() {
        return unions;
    }

    /// The paper that was told of under this id.
    PaperId lead(PaperId id) {
        Known name = known.get(id.value());
        return name == null ? id : name.paper();
    }

    private void settle(Told told) {
        PaperId own = told.own();
        if (isApart(own) || isApart(lead(own))) {
            return;
        }
        SortedSet<PaperId> ids = new TreeSet<>(LEADING_FIRST);
        told.ids().stream().filter(id -> !isApart(id)).forEach(ids::add);
        SortedSet<PaperId> papers = papers(own, ids);
        Optional<String> mark = told.mark();
        mark.flatMap(this::marked)
                .filter(paper -> !papers.contains(paper) && isCompatible(ids, papers, paper))
                .ifPresent(papers::add);
        PaperId lead = papers.first();
        papers.stream().skip(1).forEach(other -> join(lead, other));
        ids.forEach(id -> name(id.value(), lead));
        mark.ifPresent(name -> {
            if (own.isArxiv()) {
                known.putIfAbsent(name, new Known(lead, false));
            } else {
                name(name, lead);
            }
        });
        known.putIfAbsent(lead.value(), new Known(lead, false));
    }

    /// The papers that the ids stand for, an unknown id for itself; of arXiv's only one: that of
    /// the statement, else the smallest.
    private SortedSet<PaperId> papers(PaperId own, SortedSet<PaperId> ids) {
        SortedSet<PaperId> papers = new TreeSet<>(LEADING_FIRST);
        papers.add(lead(own));
        for (PaperId id : Set.copyOf(ids)) {
            PaperId paper = lead(id);
            if (isApart(paper)) {
                ids.remove(id);
            }
        }
        for (PaperId id : List.copyOf(ids)) {
            PaperId paper = lead(id);
            if (paper.isArxiv() && papers.first().isArxiv() && !paper.equals(papers.first())) {
                ids.remove(id);
            } else {
                papers.add(paper);
            }
        }
        return papers;
    }

    private Optional<PaperId> marked(String mark) {
        return Optional.ofNullable(known.get(mark))
                .map(Known::paper)
                .filter(paper -> !isApart(paper));
    }

    /// Whether no id of the one is of a kind of which the other has another.
    private boolean isCompatible(Set<PaperId> ids, Set<PaperId> papers, PaperId other) {
        Set<PaperId> ours = new HashSet<>(ids);
        papers.forEach(paper -> ours.addAll(all(paper)));
        Set<PaperId> theirs = all(other);
        return ours.stream()
                .allMatch(one -> theirs.stream().noneMatch(another -> exclude(one, another)));
    }

    private static boolean exclude(PaperId one, PaperId other) {
        return one.scheme().equals(other.scheme())
                && !one.equals(other)
                && !one.scheme().equals("local");
    }

    /// All ids of a paper, those that the batch told of, too.
    private Set<PaperId> all(PaperId paper) {
        Set<PaperId> all = new HashSet<>(Set.of(paper));
        aliases.of(paper).forEach(alias -> all.add(alias.id()));
        known.forEach((name, one) -> {
            if (one.paper().equals(paper) && !name.startsWith(TitleMark.PREFIX)) {
                all.add(PaperId.of(name));
            }
        });
        return all;
    }

    private boolean isApart(PaperId id) {
        Known name = known.get(id.value());
        return name != null && name.isApart();
    }

    /// The other paper goes on as the leading one, with all its names.
    private void join(PaperId lead, PaperId other) {
        if (known.containsKey(other.value())) {
            unions.add(new Union(lead, other));
        }
        known.replaceAll((_, name) -> name.paper().equals(other) ? new Known(lead, false) : name);
        fresh.replaceAll((_, paper) -> paper.equals(other) ? lead : paper);
    }

    private void name(String name, PaperId lead) {
        if (!known.containsKey(name)) {
            known.put(name, new Known(lead, false));
            if (!name.equals(lead.value())) {
                fresh.put(name, lead);
            }
        }
    }

    /// What a statement tells of names.
    ///
    /// @param ids its own, its aliases, and the DOI of its reference
    private record Told(PaperId own, String title, Set<PaperId> ids, Optional<String> mark) {
        static Told of(Statement statement) {
            Paper paper = statement.paper();
            Set<PaperId> ids = new HashSet<>();
            ids.add(paper.id());
            statement.aliases().forEach(id -> ids.add(id.leading()));
            String doi = paper.reference().doi();
            if (!doi.isEmpty()) {
                PaperId.ofDoi(doi).ifPresent(ids::add);
            }
            return new Told(paper.id(), paper.title(), ids, TitleMark.of(paper));
        }
    }
}
