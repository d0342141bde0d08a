/// The authors' text made fit to be read: LaTeX as readable Unicode, dates in words, citations. The
/// pages, the readers of files and the terminal use it. Knows the domain and nothing of HTTP or
/// HTML; the templates escape.
@NullMarked
package org.broadsheet.server.text;

import org.jspecify.annotations.NullMarked;
