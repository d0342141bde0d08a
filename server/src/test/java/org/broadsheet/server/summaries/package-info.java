/// Summaries by a model's endpoint, against a real server on loopback.
@NullMarked
package org.broadsheet.server.summaries;

import org.jspecify.annotations.NullMarked;
