/// Enrichment.
@NullMarked
package org.broadsheet.enrichment;

import org.jspecify.annotations.NullMarked;
