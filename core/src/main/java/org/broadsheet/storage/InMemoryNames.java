package org.broadsheet.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// Names of papers in a map, with what was told under those that are ids. A paper that was told of
/// under several ids has a name for its own id, too, which keeps what was told under that.
final class InMemoryNames {
    /// @param told what was said under this id, absent while nothing was
    /// @param under the paper that it came with when that was made one with another
    record Name(PaperId paper, @Nullable Paper told, @Nullable PaperId under, boolean isApart) {
        Name of(PaperId other, @Nullable PaperId came) {
            return new Name(other, told, came, false);
        }
    }

    private final Map<String, Name> names = new TreeMap<>();

    PaperId lead(PaperId id) {
        Name name = names.get(id.value());
        return name == null ? id : name.paper();
    }

    @Nullable Name get(String name) {
        return names.get(name);
    }

    void put(String name, Name value) {
        names.put(name, value);
    }

    /// Keeps what is told under an id apart, if the paper has several.
    ///
    /// @param known the paper as it was before
    void tell(Paper one, @Nullable Paper known) {
        Name name = names.get(one.id().value());
        if (name == null) {
            return;
        }
        own(name.paper(), known);
        Name own = names.get(one.id().value());
        Paper before = own == null ? null : own.told();
        Paper told = before == null ? one : before.merge(one);
        names.put(
                one.id().value(),
                new Name(
                        name.paper(),
                        told,
                        own == null ? null : own.under(),
                        own != null && own.isApart()));
    }

    /// Makes sure that the paper has a name for its own id.
    void own(PaperId paper, @Nullable Paper known) {
        names.putIfAbsent(paper.value(), new Name(paper, known, null, false));
    }

    /// The names of a paper, its own id among them if it has several.
    List<Map.Entry<String, Name>> of(PaperId paper) {
        return new ArrayList<>(
                names.entrySet().stream()
                        .filter(name -> name.getValue().paper().equals(paper))
                        .map(Map.Entry::copyOf)
                        .toList());
    }
}
