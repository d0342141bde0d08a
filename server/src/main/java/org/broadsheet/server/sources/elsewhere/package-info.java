/// Sources beside arXiv: DOI resolvers, the ACL Anthology, OpenReview, bioRxiv and medRxiv, the
/// hosted page, and the loading of people's own. Each is a `Source` over the `Web` that it is
/// given.
@NullMarked
package org.broadsheet.server.sources.elsewhere;

import org.jspecify.annotations.NullMarked;
