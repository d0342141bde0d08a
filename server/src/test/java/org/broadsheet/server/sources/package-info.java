/// Tests of the readers: with records made up for the purpose, and with real ones where they are.
@NullMarked
package org.broadsheet.server.sources;

import org.jspecify.annotations.NullMarked;
