/// What a run leaves: measured values, the verdicts that rules draw from them, exhibits and files.
/// Read and written as JSON; drawn by `chart`.
@NullMarked
package org.broadsheet.lab.report;

import org.jspecify.annotations.NullMarked;
