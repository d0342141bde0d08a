/// Tests of what the commands do.
@NullMarked
package org.broadsheet.server.house;

import org.jspecify.annotations.NullMarked;
