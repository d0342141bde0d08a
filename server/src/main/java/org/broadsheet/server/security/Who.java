package org.broadsheet.server.security;

import java.util.EnumSet;
import java.util.Set;
import org.broadsheet.reader.ReaderId;

/// Who sends a request, and what they may do by themselves, wherever the house stands.
public sealed interface Who {
    Who VISITOR = new Visitor();
    Who LOCAL = new Reader(ReaderId.LOCAL, EnumSet.allOf(Right.class));

    Set<Right> rights();

    /// Somebody without an account.
    record Visitor() implements Who {
        @Override
        public Set<Right> rights() {
            return Set.of(Right.READ);
        }
    }

    record Reader(ReaderId id, Set<Right> rights) implements Who {
        public Reader {
            rights = Set.copyOf(rights);
        }
    }
}
