/// Puts core and its backends together and serves them: pages, API, command line.
@NullMarked
package org.broadsheet.server;

import org.jspecify.annotations.NullMarked;
