/// The house over a folder of its own, without the web.
@NullMarked
package org.broadsheet.server.house;

import org.jspecify.annotations.NullMarked;
