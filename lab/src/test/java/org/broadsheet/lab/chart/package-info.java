@NullMarked
package org.broadsheet.lab.chart;

import org.jspecify.annotations.NullMarked;
