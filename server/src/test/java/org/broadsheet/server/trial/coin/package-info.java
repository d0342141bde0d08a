/// A stranger's reproduction for the tests of the house, which [CoinJar] packs as a stranger would.
@NullMarked
package org.broadsheet.server.trial.coin;

import org.jspecify.annotations.NullMarked;
