/// The one place that chooses implementations and puts the server together.
@NullMarked
package org.broadsheet.server.config;

import org.jspecify.annotations.NullMarked;
