/// Atom feeds (RFC 4287): what a feed holds, and how it is written. Knows nothing of what is told
/// in it.
@NullMarked
package org.broadsheet.server.feed;

import org.jspecify.annotations.NullMarked;
