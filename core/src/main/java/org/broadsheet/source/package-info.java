/// Where papers come from: what a source says of papers, how that comes into the stores, and what
/// was set aside. The readers themselves are in the server.
@NullMarked
package org.broadsheet.source;

import org.jspecify.annotations.NullMarked;
