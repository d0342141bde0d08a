/// How fast a finished page leaves the house, beside nginx with the same bytes.
@NullMarked
package org.broadsheet.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
