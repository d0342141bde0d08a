/// Digests on their way to readers: subscribing, what a digest says, and the work that makes those
/// that are due. How mail leaves the house is `mail`'s.
@NullMarked
package org.broadsheet.server.round;

import org.jspecify.annotations.NullMarked;
