/// Tests of the readers of citations.
@NullMarked
package org.broadsheet.server.sources.citation;

import org.jspecify.annotations.NullMarked;
