/// The home folder and its owner: one process owns a home for as long as it lives; a command that
/// finds an owner sends it the work over loopback and shows what comes back.
@NullMarked
package org.broadsheet.server.home;

import org.jspecify.annotations.NullMarked;
