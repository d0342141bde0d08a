/// Tests of how authors' text is made readable.
@NullMarked
package org.broadsheet.server.text;

import org.jspecify.annotations.NullMarked;
