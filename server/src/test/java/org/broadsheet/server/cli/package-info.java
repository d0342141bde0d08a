/// The command line, tried as a person would.
@NullMarked
package org.broadsheet.server.cli;

import org.jspecify.annotations.NullMarked;
