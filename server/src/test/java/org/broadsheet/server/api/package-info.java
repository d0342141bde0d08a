/// The API, asked over real HTTP.
@NullMarked
package org.broadsheet.server.api;

import org.jspecify.annotations.NullMarked;
