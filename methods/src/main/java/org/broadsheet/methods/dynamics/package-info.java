/// Time series whose nature is known: maps, flows, orbits, waves and noise, and the label that
/// tells a chaotic orbit from a regular one. Also reads series from files. Shared by the papers'
/// packages.
@NullMarked
package org.broadsheet.methods.dynamics;

import org.jspecify.annotations.NullMarked;
