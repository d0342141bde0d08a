/// Tests of what the package promises.
@NullMarked
package org.broadsheet.server.account;

import org.jspecify.annotations.NullMarked;
