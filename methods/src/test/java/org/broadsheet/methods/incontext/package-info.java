@NullMarked
package org.broadsheet.methods.incontext;

import org.jspecify.annotations.NullMarked;
