/// What readers say about papers: comments, their history and votes, and the threads worked out
/// from them. Knows papers, readers and votes; a comment is kept together with the notices it
/// causes.
@NullMarked
package org.broadsheet.discussion;

import org.jspecify.annotations.NullMarked;
