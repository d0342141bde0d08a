/// Readers of citations as people and services keep them: BibTeX, RIS, CSL-JSON and CSV. They know
/// neither files nor the web; `sources` leads files through them, `sources.elsewhere` answers.
@NullMarked
package org.broadsheet.server.sources.citation;

import org.jspecify.annotations.NullMarked;
