package org.broadsheet.benchmarks.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.Checkout;

/// Broadsheet over one home folder, started as its users do: by the launcher.
public final class House {
    private final Checkout checkout;
    private final Path home;
    private final Path logs;

    /// @param folder holds the home and the logs
    public House(Checkout checkout, Path folder) {
        this.checkout = checkout;
        this.home = folder.resolve("home");
        this.logs = folder;
    }

    public Path home() {
        return home;
    }

    /// Starts the server and waits for its front page.
    public Serving serve(Map<String, String> environment) {
        Site site = Site.onFreePort();
        Running server =
                Running.start(
                        words("serve", List.of("--port", "" + site.port())),
                        environment,
                        logs.resolve("serve.log"));
        try {
            return new Serving(server, site, site.firstPage(server, "/"));
        } catch (RuntimeException e) {
            server.close();
            site.close();
            throw e;
        }
    }

    /// Starts a command other than `serve`; it runs on by itself.
    public Running command(String name, List<String> more) {
        return Running.start(words(name, more), Map.of(), logs.resolve(name + ".log"));
    }

    /// Runs a command to its end.
    public void run(String name, List<String> more) {
        try (Running command = command(name, more)) {
            command.hasEndedWithin(Duration.ofHours(1));
            command.requireDone();
        }
    }

    /// How many papers can be found by meaning, as `doctor` tells it.
    public Meaning meaning() {
        try (Running doctor = command("doctor", List.of("--json"))) {
            doctor.hasEndedWithin(Duration.ofMinutes(2));
            return Meaning.read(doctor.lastWords());
        }
    }

    /// Waits until every paper of a served house has its vector.
    public void awaitMeaning(Serving serving) {
        while (!meaning().isComplete()) {
            serving.program().hasEndedWithin(Duration.ofSeconds(2));
        }
    }

    private List<String> words(String name, List<String> more) {
        List<String> words = new ArrayList<>();
        words.add(checkout.launcher().toString());
        words.add(name);
        words.add("--home");
        words.add(home.toString());
        words.addAll(more);
        return words;
    }

    /// How many papers have a vector, of how many.
    public record Meaning(long done, long total) {
        private static final Pattern TOLD = Pattern.compile("([\\d,]+) of ([\\d,]+) papers can be");

        static Meaning read(String told) {
            Matcher found = TOLD.matcher(told);
            if (!found.find()) {
                throw new CannotMeasure("doctor told nothing of vectors, but: " + told);
            }
            return new Meaning(number(found.group(1)), number(found.group(2)));
        }

        public boolean isComplete() {
            return done == total;
        }

        private static long number(String text) {
            return Long.parseLong(text.replace(",", ""));
        }
    }

    /// A running server. Closing ends it.
    ///
    /// @param toFirstPage from the start of the launcher
    public record Serving(Running program, Site site, Duration toFirstPage)
            implements AutoCloseable {
        @Override
        public void close() {
            site.close();
            program.close();
        }
    }
}
