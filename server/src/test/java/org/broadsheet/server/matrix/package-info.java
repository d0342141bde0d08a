/// The whole server as it is shipped, against all who may ask: every route by every role.
@NullMarked
package org.broadsheet.server.matrix;

import org.jspecify.annotations.NullMarked;
