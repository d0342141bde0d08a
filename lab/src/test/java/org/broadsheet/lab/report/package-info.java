@NullMarked
package org.broadsheet.lab.report;

import org.jspecify.annotations.NullMarked;
