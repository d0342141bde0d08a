/// Tests of the sources beside arXiv, on answers made after the services' documentation.
@NullMarked
package org.broadsheet.server.sources.elsewhere;

import org.jspecify.annotations.NullMarked;
