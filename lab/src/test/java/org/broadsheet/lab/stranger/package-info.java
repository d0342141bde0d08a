/// Reproductions as strangers write them, good and bad, for the tests of the process that runs
/// them.
@NullMarked
package org.broadsheet.lab.stranger;

import org.jspecify.annotations.NullMarked;
