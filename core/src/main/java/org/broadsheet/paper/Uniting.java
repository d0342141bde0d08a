package org.broadsheet.paper;

import java.util.Optional;

/// A curator's word on which papers are one. Of two papers the id that leads by its kind
/// ([PaperId#rank]) names the one they become; of two of a kind the one that is named first.
public final class Uniting {
    private final AliasStore aliases;

    public Uniting(AliasStore aliases) {
        this.aliases = aliases;
    }

    /// Makes the two papers one.
    ///
    /// @return the paper that they became
    /// @throws IllegalArgumentException for an unknown paper, and when they are one already
    public PaperId unite(PaperId one, PaperId other) {
        PaperId first = known(one);
        PaperId second = known(other);
        if (first.equals(second)) {
            throw new IllegalArgumentException(
                    "%s and %s are one paper already: %s".formatted(one, other, first));
        }
        boolean isSecondLeading = second.rank() < first.rank();
        PaperId kept = isSecondLeading ? second : first;
        aliases.unite(kept, isSecondLeading ? first : second);
        return kept;
    }

    /// Takes the id off its paper.
    ///
    /// @return the paper that it was taken off
    /// @throws IllegalArgumentException for an id that stands for no other paper, naming those of
    ///   the paper that do, and when nothing else was said of the paper
    public PaperId part(PaperId alias) {
        PaperId paper = known(alias);
        if (!aliases.part(alias)) {
            throw new IllegalArgumentException(notParted(alias, paper));
        }
        return paper;
    }

    private String notParted(PaperId alias, PaperId paper) {
        String others =
                aliases.of(paper).stream()
                        .map(one -> one.id().value())
                        .reduce((one, next) -> one + ", " + next)
                        .orElse("");
        return others.isEmpty()
                ? "%s is known under no other id; there is nothing to part".formatted(alias)
                : "%s is the id that the paper goes by; accepted are its others: %s"
                        .formatted(alias, others);
    }

    private PaperId known(PaperId id) {
        Optional<PaperId> paper = aliases.paper(id);
        return paper.orElseThrow(
                () -> new IllegalArgumentException("no paper %s is known here".formatted(id)));
    }
}
