/// A house for tests: the real doors and routes over a store in memory.
@NullMarked
package org.broadsheet.server.trial;

import org.jspecify.annotations.NullMarked;
