/// Summaries by a language model that the operator names: an address with the chat interface that
/// many servers of models share. Off unless it is set; nothing else in the house waits for it.
@NullMarked
package org.broadsheet.server.summaries;

import org.jspecify.annotations.NullMarked;
