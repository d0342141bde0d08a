/// How the house is, in numbers for a monitoring system. Reads what the stores and the house tell;
/// nothing else depends on it.
@NullMarked
package org.broadsheet.server.metrics;

import org.jspecify.annotations.NullMarked;
