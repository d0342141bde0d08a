@NullMarked
package org.broadsheet.lab.work;

import org.jspecify.annotations.NullMarked;
