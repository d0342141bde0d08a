package org.broadsheet.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// What a benchmark tells: its progress on the error stream, its result, ready for
/// docs/benchmarks.md, on the output.
public final class Report {
    private static final PrintStream PROGRESS = System.err;
    private static final PrintStream RESULT = System.out;

    private final String line;
    private final String loadBefore = load();

    /// @param line the line that runs the benchmark
    public Report(String line) {
        this.line = line;
    }

    public void progress(String format, Object... values) {
        PROGRESS.println(format(format, values));
    }

    /// The result, with the machine it was measured on and the load it had.
    public void result(Table table, String... remarks) {
        RESULT.printf(
                Locale.ROOT,
                "`%s` · %s · %s · load %s before, %s after%n%n%s%n",
                line,
                LocalDate.now(ZoneOffset.UTC),
                machine(),
                loadBefore,
                load(),
                table);
        for (String remark : remarks) {
            RESULT.println(remark);
        }
        RESULT.flush();
    }

    /// Formats with a decimal point, whatever the machine speaks.
    public static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String machine() {
        return format(
                "%d cores of %s, %d GB, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                firstValue("/proc/cpuinfo", "model name"),
                Math.round(
                        Long.parseLong(firstValue("/proc/meminfo", "MemTotal").split(" ")[0])
                                / 1e6),
                Runtime.version());
    }

    private static String load() {
        return read("/proc/loadavg").split(" ")[0];
    }

    private static String firstValue(String file, String key) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException _) {
            throw new CannotMeasure("There is no " + file + "; these figures are for Linux.");
        }
    }
}
