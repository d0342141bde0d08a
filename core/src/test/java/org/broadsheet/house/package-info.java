/// Tests of what the people of a house may choose.
@NullMarked
package org.broadsheet.house;

import org.jspecify.annotations.NullMarked;
