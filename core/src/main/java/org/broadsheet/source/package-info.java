/// Reading: what a source says of papers, and how that comes into the stores. The readers
/// themselves, one per format, are in the server.
@NullMarked
package org.broadsheet.source;

import org.jspecify.annotations.NullMarked;
