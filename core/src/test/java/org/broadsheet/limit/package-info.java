@NullMarked
package org.broadsheet.limit;

import org.jspecify.annotations.NullMarked;
