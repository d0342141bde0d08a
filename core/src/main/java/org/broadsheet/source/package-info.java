/// Where papers come from: what a source says of papers, how that comes into the stores, what was set
/// aside, and how far each source was asked. The readers themselves are in the server.
@NullMarked
package org.broadsheet.source;

import org.jspecify.annotations.NullMarked;
