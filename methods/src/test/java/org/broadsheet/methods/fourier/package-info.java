@NullMarked
package org.broadsheet.methods.fourier;

import org.jspecify.annotations.NullMarked;
