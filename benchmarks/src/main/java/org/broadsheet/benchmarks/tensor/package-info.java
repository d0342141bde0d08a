/// The speed of the methods' tensors, by JMH.
@NullMarked
package org.broadsheet.benchmarks.tensor;

import org.jspecify.annotations.NullMarked;
