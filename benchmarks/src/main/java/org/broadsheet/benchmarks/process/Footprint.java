package org.broadsheet.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.benchmarks.CannotMeasure;

/// What a process has used so far, as Linux counts it.
///
/// @param resident bytes in memory now
/// @param peak the most bytes it ever had in memory
public record Footprint(long resident, long peak) {
    private static final double MEGABYTE = 1e6;

    public static Footprint of(long pid) {
        String status = read(Path.of("/proc/" + pid + "/status"));
        return new Footprint(kilobytes(status, "VmRSS:"), kilobytes(status, "VmHWM:"));
    }

    public double residentMegabytes() {
        return resident / MEGABYTE;
    }

    public double peakMegabytes() {
        return peak / MEGABYTE;
    }

    /// Seconds of processor time, in user and kernel mode.
    public static double processorSeconds(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        // Fields 14 and 15 of proc(5), in ticks of 10 ms.
        return (Long.parseLong(afterName[11]) + Long.parseLong(afterName[12])) / 100.0;
    }

    private static long kilobytes(String status, String key) {
        return status.lines()
                        .filter(line -> line.startsWith(key))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(() ->
                                new CannotMeasure("The process ended before it was measured."))
                * 1024;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotMeasure("Cannot read " + file + " (" + e.getMessage() + ").");
        }
    }
}
