package org.broadsheet.paper;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps papers. Every backend passes `StorageContract`.
public interface PaperStore {
    /// Merges each paper into what is known of it ([Paper#merge]), all in one step, and gives every
    /// paper that became different the next number of the change sequence. The same papers again
    /// change nothing and take no number.
    ///
    /// A paper told of under an id that stands for another ([AliasStore]) is merged into that one,
    /// and what was told under the id is kept apart as well.
    ///
    /// @param names further names of papers, noted first as by [AliasStore#note]
    Kept keep(Collection<Paper> papers, Map<String, PaperId> names);

    default Kept keep(Collection<Paper> papers) {
        return keep(papers, Map.of());
    }

    /// The papers with these ids of their own; an unknown id has no entry, nor has an alias.
    Map<PaperId, Paper> get(Collection<PaperId> ids);

    /// The papers whose title has one of these [Text#titleKey]s, by key; of several with one key
    /// the smallest id; an unknown key has no entry.
    Map<String, PaperId> byTitle(Collection<String> titleKeys);

    /// The author's papers, newest first, then by id, at most 1,000.
    List<Paper> by(AuthorKey author);

    /// All papers that came in, latest published first (those without a date last), then by id from
    /// large to small; at most `limit` after the place where the previous page ended.
    List<Paper> wire(WirePlace after, int limit);

    long count();

    default Optional<Paper> get(PaperId id) {
        return Optional.ofNullable(get(List.of(id)).get(id));
    }

    /// What became of the papers given to [#keep].
    record Kept(int added, int changed, int unchanged) {
        public Kept plus(Kept other) {
            return new Kept(
                    added + other.added, changed + other.changed, unchanged + other.unchanged);
        }
    }

    /// A place in the wire, optionally within one category: the day and id of the last paper seen;
    /// without an id it is just before the first paper of that day, without both it is the top.
    ///
    /// @param category only papers of this category, all when absent
    record WirePlace(@Nullable LocalDate day, @Nullable PaperId id, @Nullable String category) {
        public static final WirePlace TOP = new WirePlace(null, null, null);

        public static WirePlace top(String category) {
            return new WirePlace(null, null, category);
        }

        /// The place before all papers of that day.
        public WirePlace from(LocalDate latest) {
            return new WirePlace(latest, null, category);
        }

        public WirePlace after(Paper last) {
            return new WirePlace(last.published(), last.id(), category);
        }
    }
}
