/// Several servers over one database, as readers meet them behind one address.
@NullMarked
package org.broadsheet.server.nodes;

import org.jspecify.annotations.NullMarked;
