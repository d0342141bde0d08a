/// What each page shows, as records that the templates in `src/main/jte` draw. They hold finished
/// words and addresses, so a template decides nothing but the mark-up.
@NullMarked
package org.broadsheet.server.web.page;

import org.jspecify.annotations.NullMarked;
