/// What a reproduction is: a paper's method, run so that its claims are measured. The types here
/// are all that the author of a reproduction meets; `docs/lab/writing-a-reproduction.md` is the way
/// in. The packages below run it, judge it and draw it.
@NullMarked
package org.broadsheet.lab;

import org.jspecify.annotations.NullMarked;
