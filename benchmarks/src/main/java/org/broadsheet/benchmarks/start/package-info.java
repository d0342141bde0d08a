/// From the start of the process to the first page, beside a bare Spring Boot application.
@NullMarked
package org.broadsheet.benchmarks.start;

import org.jspecify.annotations.NullMarked;
