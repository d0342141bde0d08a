package org.broadsheet.benchmarks.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.process.Running;
import org.broadsheet.benchmarks.process.Site;

/// The peer: Spring Boot with security and actuator and nothing else, with the JVM and the flags
/// that the launcher chose for Broadsheet, and a start-up cache of its own if Broadsheet has one.
final class BareBoot {
    private static final String CACHE = "-XX:AOTCache=";

    private final Path jar;
    private final Path folder;
    private final List<String> java;
    private final boolean isCached;

    /// @param like a running Broadsheet server
    BareBoot(Path jar, Path folder, Running like) {
        List<String> words = commandLine(like.pid());
        this.jar = jar;
        this.folder = folder;
        this.java =
                words.subList(0, words.indexOf("-jar")).stream()
                        .filter(word -> !word.startsWith(CACHE))
                        .toList();
        this.isCached = words.stream().anyMatch(word -> word.startsWith(CACHE));
    }

    String flags() {
        return String.join(" ", java.subList(1, java.size())) + (isCached ? " + AOT cache" : "");
    }

    /// Records a start and a page, as the launcher does once for each build.
    void record() {
        if (!isCached) {
            return;
        }
        try (Site site = Site.onFreePort();
                Running program = start(site, "-XX:AOTCacheOutput=" + cache())) {
            site.firstPage(program, "/");
        }
        if (!Files.exists(cache())) {
            throw new CannotMeasure("The bare application left no start-up cache in " + folder);
        }
    }

    Start measure() {
        try (Site site = Site.onFreePort();
                Running program = isCached ? start(site, CACHE + cache()) : start(site)) {
            Duration time = site.firstPage(program, "/");
            return Start.of(program, time);
        }
    }

    private Path cache() {
        return folder.resolve("bare.aot");
    }

    private Running start(Site site, String... flags) {
        List<String> words = new ArrayList<>(java);
        words.addAll(List.of(flags));
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(List.of("--server.address=localhost", "--server.port=" + site.port()));
        return Running.start(words, Map.of(), folder.resolve("bare.log"));
    }

    private static List<String> commandLine(long pid) {
        try {
            return List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
