/// Harvests: how far the reading of each source came, kept so that one that broke off goes on. The
/// harvesting itself is in the server.
@NullMarked
package org.broadsheet.harvest;

import org.jspecify.annotations.NullMarked;
