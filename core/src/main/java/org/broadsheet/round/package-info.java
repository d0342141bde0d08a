/// The round: digests, which bring each reader what is new to them, when they want it. Knows
/// papers, editions and readers; how a digest is written and sent is told elsewhere.
@NullMarked
package org.broadsheet.round;

import org.jspecify.annotations.NullMarked;
