/// The doors, tried with raw requests.
@NullMarked
package org.broadsheet.server.security;

import org.jspecify.annotations.NullMarked;
