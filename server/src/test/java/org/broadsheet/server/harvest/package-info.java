/// Tests of the package of the same name.
@NullMarked
package org.broadsheet.server.harvest;

import org.jspecify.annotations.NullMarked;
