/// Finished bytes: answers that handlers marked with [Reuse] leave compressed and with an entity
/// tag, and are kept and sent again until a change or a moment ends them. Sits ahead of security;
/// only the Host check comes before it.
@NullMarked
package org.broadsheet.server.cache;

import org.jspecify.annotations.NullMarked;
