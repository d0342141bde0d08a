/// Finished pages, asked over real HTTP.
@NullMarked
package org.broadsheet.server.cache;

import org.jspecify.annotations.NullMarked;
