/// Harvests: papers that arrive by themselves. Asks sources page by page, keeps what they say with
/// how far it came, and works through the queue of harvests night by night.
@NullMarked
package org.broadsheet.server.harvest;

import org.jspecify.annotations.NullMarked;
