/// The settings.
@NullMarked
package org.broadsheet.server.config;

import org.jspecify.annotations.NullMarked;
