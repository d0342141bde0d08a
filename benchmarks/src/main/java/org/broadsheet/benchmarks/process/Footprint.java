package org.broadsheet.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.broadsheet.benchmarks.CannotMeasure;

/// What a process has used so far, as Linux counts it.
///
/// @param resident bytes in memory now
/// @param peak the most bytes it ever had in memory
/// @param processorSeconds in user and kernel mode, on all threads
public record Footprint(long resident, long peak, double processorSeconds) {
    private static final double MEGABYTE = 1e6;

    public static Footprint of(long pid) {
        return ifAlive(pid)
                .orElseThrow(() ->
                        new CannotMeasure("Process " + pid + " ended while it was measured."));
    }

    /// Empty when the process has ended, or is ending.
    public static Optional<Footprint> ifAlive(long pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/status"));
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            OptionalLong resident = bytes(status, "VmRSS:");
            OptionalLong peak = bytes(status, "VmHWM:");
            return resident.isEmpty() || peak.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Footprint(
                                    resident.getAsLong(),
                                    peak.getAsLong(),
                                    processorSeconds(stat)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public double residentMegabytes() {
        return resident / MEGABYTE;
    }

    public double peakMegabytes() {
        return peak / MEGABYTE;
    }

    /// Fields 14 and 15 of proc(5), in ticks of 10 ms.
    private static double processorSeconds(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(afterName[11]) + Long.parseLong(afterName[12])) / 100.0;
    }

    private static OptionalLong bytes(String status, String key) {
        return status.lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }
}
