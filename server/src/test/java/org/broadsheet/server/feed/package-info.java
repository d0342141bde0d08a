/// Feeds.
@NullMarked
package org.broadsheet.server.feed;

import org.jspecify.annotations.NullMarked;
