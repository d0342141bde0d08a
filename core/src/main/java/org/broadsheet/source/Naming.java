package org.broadsheet.source;

import java.util.List;
import org.broadsheet.paper.PaperId;

/// How a record says which paper it is about.
public sealed interface Naming {
    /// The id under which the record was read; the final one only where it is [Exact].
    PaperId likeliest();

    /// By its id.
    record Exact(PaperId id) implements Naming {
        @Override
        public PaperId likeliest() {
            return id;
        }
    }

    /// By an id that was damaged on its way: it is the candidate that is already known under the
    /// same title, if exactly one is.
    ///
    /// @param candidates at least one, likeliest first
    /// @param otherwise what to set aside if none or several are known
    record OneOf(List<PaperId> candidates, Reject otherwise) implements Naming {
        public OneOf {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("there must be at least one candidate");
            }
        }

        @Override
        public PaperId likeliest() {
            return candidates.getFirst();
        }
    }

    /// By its id, but it says too little for a paper of its own: it completes what is known of the
    /// paper already.
    ///
    /// @param otherwise what to set aside if the paper is not known
    record IfKnown(PaperId id, Reject otherwise) implements Naming {
        @Override
        public PaperId likeliest() {
            return id;
        }
    }

    /// By its title alone: the known paper of that title, else a paper of its own.
    ///
    /// @param otherwise the id of the paper of its own
    record ByTitle(PaperId otherwise) implements Naming {
        @Override
        public PaperId likeliest() {
            return otherwise;
        }
    }
}
