@NullMarked
package org.broadsheet.lab.process;

import org.jspecify.annotations.NullMarked;
