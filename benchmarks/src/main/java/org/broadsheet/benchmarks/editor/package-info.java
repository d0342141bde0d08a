/// The editor's order of real days against the votes they got, and how long it takes to pick.
@NullMarked
package org.broadsheet.benchmarks.editor;

import org.jspecify.annotations.NullMarked;
