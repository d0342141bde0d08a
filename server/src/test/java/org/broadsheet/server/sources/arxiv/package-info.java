/// Tests of the package of the same name.
@NullMarked
package org.broadsheet.server.sources.arxiv;

import org.jspecify.annotations.NullMarked;
