@NullMarked
package org.broadsheet.methods.tensor;

import org.jspecify.annotations.NullMarked;
