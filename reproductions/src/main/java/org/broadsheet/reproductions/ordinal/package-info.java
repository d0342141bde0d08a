/// PECCARY (arXiv 2407.11970): what the order of a series' values tells of its maker, measured
/// against noise, maps, flows and labelled orbits.
@NullMarked
package org.broadsheet.reproductions.ordinal;

import org.jspecify.annotations.NullMarked;
