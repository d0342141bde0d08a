/// The made series against what is known of them.
@NullMarked
package org.broadsheet.methods.dynamics;

import org.jspecify.annotations.NullMarked;
