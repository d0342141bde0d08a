package org.broadsheet.benchmarks.schroedinger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.process.Tool;
import org.broadsheet.methods.schroedinger.CanonicalCase;

/// The same method in Python: `benchmarks/peers/schroedinger.py`, a process of its own each time.
final class Peer {
    private final Path script;

    Peer(Path script) {
        this.script = script;
    }

    /// The seconds that it took for each case, without its start.
    Map<CanonicalCase, Double> seconds() {
        Map<CanonicalCase, Double> seconds = new EnumMap<>(CanonicalCase.class);
        for (String line : output().lines().toList()) {
            String[] words = line.split(" ");
            seconds.put(CanonicalCase.valueOf(words[0]), Double.valueOf(words[1]));
        }
        return seconds;
    }

    private String output() {
        Path python = new Tool("python3", "python3-scipy").path();
        var builder = new ProcessBuilder(python.toString(), script.toString());
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotMeasure(
                        "The peer in Python failed; it needs numpy and scipy. Debian, Ubuntu:"
                                + " sudo apt install python3-scipy\n"
                                + output);
            }
            return output;
        } catch (IOException e) {
            throw new CannotMeasure("The peer in Python did not run: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted while the peer in Python ran");
        }
    }
}
