/// The pages in a real browser, over a whole house. The tests share one browser and one running
/// server; each opens pages in a context of its own, which knows nothing of the others.
@NullMarked
package org.broadsheet.server.browser;

import org.jspecify.annotations.NullMarked;
