package org.broadsheet.benchmarks.start;

import java.time.Duration;
import org.broadsheet.benchmarks.process.Footprint;
import org.broadsheet.benchmarks.process.Running;

/// One measured start.
///
/// @param seconds from the start of the process to the first page
/// @param processorSeconds used until then
/// @param megabytes resident then
record Start(double seconds, double processorSeconds, double megabytes) {
    static Start of(Running program, Duration toFirstPage) {
        Footprint used = Footprint.of(program.pid());
        return new Start(
                toFirstPage.toMillis() / 1000.0, used.processorSeconds(), used.residentMegabytes());
    }
}
