/// Who owns a home, tried with real files and processes.
@NullMarked
package org.broadsheet.server.home;

import org.jspecify.annotations.NullMarked;
