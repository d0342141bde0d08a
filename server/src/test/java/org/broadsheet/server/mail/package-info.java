/// Tests of what the package promises.
@NullMarked
package org.broadsheet.server.mail;

import org.jspecify.annotations.NullMarked;
