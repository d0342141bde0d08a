/// The lab of a house: what can be run here, what was asked for, and the worker that runs it. Over
/// the stores of `core`, so that any node may ask and any worker may run.
@NullMarked
package org.broadsheet.lab.work;

import org.jspecify.annotations.NullMarked;
