package org.broadsheet.source;

import java.io.IOException;
import java.util.Optional;
import org.broadsheet.paper.PaperId;

/// A place that papers come from by themselves. It is asked page by page and remembers nothing: how
/// far a harvest came is kept by whoever asks. Safe for use from many threads. Every source passes
/// `SourceContract`; `docs/sources.md` shows how to write one.
public interface Source {
    /// Its name in commands, addresses and the store: small letters, digits and hyphens, as in
    /// `arxiv`.
    String name();

    /// What the operator should know of it, and how it wishes to be asked.
    Manner manner();

    /// Reads one page of its listing. A record that cannot be read is set aside in the page, and
    /// the rest goes on. The same place again gives the same records, or newer statements of them.
    ///
    /// @throws SourceTrouble when the source answers something else than a page, saying what helps
    /// @throws IOException when it cannot be reached
    Page read(Place place, Web web) throws IOException, InterruptedException;

    /// What it says of this paper now; nothing where it does not know the paper or gives no ids of
    /// that kind.
    ///
    /// @throws IOException as [#read]
    Optional<Statement> find(PaperId id, Web web) throws IOException, InterruptedException;
}
