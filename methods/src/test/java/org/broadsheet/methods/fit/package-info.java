@NullMarked
package org.broadsheet.methods.fit;

import org.jspecify.annotations.NullMarked;
