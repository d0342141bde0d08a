/// What core's interfaces promise, as test interfaces. Each backend's tests inherit all of them.
@NullMarked
package org.broadsheet.contract;

import org.jspecify.annotations.NullMarked;
