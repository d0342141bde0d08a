/// Enrichment: what this house works out from a paper's own text, and says that it did: keywords, a
/// sentence that stands for the whole, links to code. No outside service, no model but two small
/// tables of words. Knows papers, jobs, and how search cuts words.
@NullMarked
package org.broadsheet.enrichment;

import org.jspecify.annotations.NullMarked;
