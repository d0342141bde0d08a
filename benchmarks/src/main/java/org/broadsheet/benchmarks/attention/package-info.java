/// The lab's attention layers: their steps of training and the machines that they turn to.
@NullMarked
package org.broadsheet.benchmarks.attention;

import org.jspecify.annotations.NullMarked;
