package org.broadsheet.paper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps under which names papers are known beside their own ids: other ids, and the marks of their
/// titles ([TitleMark]). Every backend passes `StorageContract`.
///
/// What a source says under another id is kept under that id as well as in the paper
/// ([PaperStore#keep]), so that papers that were made one can be parted again.
public interface AliasStore {
    /// What each of these names stands for, papers' own ids too; an unknown name has no entry.
    Map<String, Known> known(Collection<String> names);

    /// Notes names of papers, all in one step. A name that is known stays what it is. The papers
    /// need not be known yet.
    ///
    /// @return how many were new
    int note(Map<String, PaperId> names);

    /// The other ids of the paper, by id.
    List<Alias> of(PaperId paper);

    /// Makes two papers one, in one step: the other's facts are merged into the kept paper, its
    /// votes, submissions, counts and runs become those of the kept paper, its id and names lead
    /// there, and the other paper is no more. Where a reader voted for both, the vote for the kept
    /// one counts; where both are in an edition, the submission of the kept one stays. The kept
    /// paper may be unknown: then the other goes on under its id. Either may be named by another
    /// id.
    ///
    /// @return false, with nothing changed, when they are one already
    /// @throws IllegalArgumentException when the other is unknown
    boolean unite(PaperId kept, PaperId other);

    /// Takes this id off the paper that it stands for, in one step, and keeps it apart: whatever
    /// sources say of it from now on, only [#unite] makes the two one again. What was said under
    /// the id, and what came with it when the two were made one, becomes a paper of that id; the
    /// paper it is taken off keeps what was said under all others.
    ///
    /// @return false, with nothing changed, when the id stands for no other paper
    /// @throws IllegalArgumentException when nothing else was said of the paper
    boolean part(PaperId alias);

    /// The paper that the id stands for, whether its own or another; empty for an unknown id.
    default Optional<PaperId> paper(PaperId id) {
        return Optional.ofNullable(known(List.of(id.value())).get(id.value())).map(Known::paper);
    }

    /// @param isApart whether a curator keeps it apart
    record Known(PaperId paper, boolean isApart) {}

    /// @param isTold whether something was said under this id, so that parting makes a paper
    record Alias(PaperId id, boolean isTold) {}
}
