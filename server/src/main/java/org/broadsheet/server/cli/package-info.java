/// The command line: one class per command. Only [Serve] starts Spring; the others put core and its
/// backends together by hand.
@NullMarked
package org.broadsheet.server.cli;

import org.jspecify.annotations.NullMarked;
