/// Keywords and extracts against those of the real days: the baselines, the measures, and the
/// learning of the weights that the core ships.
@NullMarked
package org.broadsheet.benchmarks.enrichment;

import org.jspecify.annotations.NullMarked;
