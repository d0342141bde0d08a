/// arXiv's three voices: OAI-PMH, the Atom API, and RSS. Each is read as a stream, without document
/// types and external entities, into readings; what asks for pages is the harvest.
@NullMarked
package org.broadsheet.server.sources.arxiv;

import org.jspecify.annotations.NullMarked;
