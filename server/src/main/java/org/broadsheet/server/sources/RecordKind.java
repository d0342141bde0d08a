package org.broadsheet.server.sources;

import org.broadsheet.source.Statement;
import tools.jackson.databind.node.ObjectNode;

/// What the JSON objects of a file are.
interface RecordKind {
    /// What the record states.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    Statement read(ObjectNode json, ArxivIds ids, Aside aside);
}
