package org.broadsheet.benchmarks.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.process.Site;

/// The load generator wrk: one thread, 32 connections, as fast as the answers come.
///
/// @param program where wrk is
record Wrk(Path program) {
    private static final Pattern ANSWERS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern FAILURES =
            Pattern.compile("Non-2xx or 3xx responses: \\d+|Socket errors: .*");

    /// Answers a second over this many seconds, to whom the cookie names. An answer that failed is
    /// no answer: it throws [CannotMeasure].
    double answersPerSecond(Site site, String path, String cookie, int seconds) {
        String told =
                output(
                        List.of(
                                program.toString(),
                                "-t1",
                                "-c32",
                                // Slow is counted as slow, not as failed.
                                "--timeout=30s",
                                "-d" + seconds + "s",
                                "-H",
                                "Accept-Encoding: gzip",
                                "-H",
                                "Cookie: " + cookie,
                                site.uri(path).toString()));
        return read(told);
    }

    static double read(String told) {
        Matcher failures = FAILURES.matcher(told);
        if (failures.find()) {
            throw new CannotMeasure("wrk met failures: " + failures.group());
        }
        Matcher rate = RATE.matcher(told);
        if (!ANSWERS.matcher(told).find() || !rate.find()) {
            throw new CannotMeasure("wrk told no rate, but: " + told);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
