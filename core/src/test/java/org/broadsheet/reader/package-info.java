/// Tests of what an account may be.
@NullMarked
package org.broadsheet.reader;

import org.jspecify.annotations.NullMarked;
