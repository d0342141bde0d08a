/// The operator's settings: `broadsheet.yaml`, environment variables and options, read and checked.
/// Knows nothing of what they are for.
@NullMarked
package org.broadsheet.server.config;

import org.jspecify.annotations.NullMarked;
