/// The authors' text made fit for a page: LaTeX as readable Unicode, dates in words, citations.
/// Knows the domain and nothing of HTTP or HTML; the templates escape.
@NullMarked
package org.broadsheet.server.web.text;

import org.jspecify.annotations.NullMarked;
