/// Where papers come from: readers for the formats that Broadsheet takes in, the First Edition that
/// it brings along, and the import that leads files through them. Neighbours:
/// `org.broadsheet.source` in core keeps what is read here; the command line shows the report.
@NullMarked
package org.broadsheet.server.sources;

import org.jspecify.annotations.NullMarked;
