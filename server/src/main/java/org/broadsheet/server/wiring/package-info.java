/// Puts a house on the web: its parts, doors and routes as Spring's beans, all listed by hand. Only
/// `serve` comes here.
@NullMarked
package org.broadsheet.server.wiring;

import org.jspecify.annotations.NullMarked;
