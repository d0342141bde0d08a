/// The house: all parts over one home, opened by hand without any framework, and the commands that
/// work on it. `serve` puts it on the web; the other commands open it themselves, or send their
/// work to the process that has it open.
@NullMarked
package org.broadsheet.server.house;

import org.jspecify.annotations.NullMarked;
