@NullMarked
package org.broadsheet.methods.deeplinear;

import org.jspecify.annotations.NullMarked;
