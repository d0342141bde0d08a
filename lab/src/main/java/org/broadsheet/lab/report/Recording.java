package org.broadsheet.lab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Exhibit;

/// A bench that keeps what it is told, within the limits that [Bench] promises. Safe for many
/// threads.
public final class Recording implements Bench {
    static final int MOST_LINES = 1_000;
    static final int LONGEST_LINE = 1_000;
    static final int MOST_VALUES = 100_000;
    static final int MOST_EXHIBITS = 60;
    static final int LARGEST_FILE = 16 << 20;
    static final int LARGEST_FILES = 64 << 20;

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final List<String> lines = new ArrayList<>();
    private final SequencedMap<String, List<Double>> metrics = new LinkedHashMap<>();
    private final SequencedMap<String, Exhibit> exhibits = new LinkedHashMap<>();
    private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    private Progress progress = new Progress("starting", 0, 0);
    private int linesDropped;
    private int values;

    /// @param total 0 while unknown
    public record Progress(String stage, long done, long total) {}

    @Override
    public synchronized void progress(String stage, long done, long total) {
        progress = new Progress(cut(stage), Math.max(0, done), Math.max(0, total));
    }

    @Override
    public synchronized void log(String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(cut(line));
        } else {
            linesDropped++;
        }
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }

    @Override
    public synchronized void metric(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the metric %s was told %s; only finite numbers can be judged"
                            .formatted(name, value));
        }
        if (++values > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "more than %,d values of metrics, the last of %s".formatted(MOST_VALUES, name));
        }
        metrics.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    @Override
    public synchronized void show(Exhibit exhibit) {
        if (exhibits.size() >= MOST_EXHIBITS && !exhibits.containsKey(exhibit.id())) {
            throw new IllegalArgumentException(
                    "the exhibit %s is one more than the %d that a report holds"
                            .formatted(exhibit.id(), MOST_EXHIBITS));
        }
        exhibits.put(exhibit.id(), exhibit);
    }

    @Override
    public synchronized void file(String name, byte[] content) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the file \"%s\": names have letters, digits, '.', '-' and '_', a letter or digit first, 100 at most"
                            .formatted(name));
        }
        byte[] before = files.put(name, content.clone());
        long all = files.values().stream().mapToLong(file -> file.length).sum();
        if (content.length > LARGEST_FILE || all > LARGEST_FILES) {
            files.remove(name);
            if (before != null) {
                files.put(name, before);
            }
            throw new IllegalArgumentException(
                    "the file %s of %,d bytes: at most %,d each, %,d in all"
                            .formatted(name, content.length, LARGEST_FILE, LARGEST_FILES));
        }
    }

    public synchronized Progress progress() {
        return progress;
    }

    /// The log, with a last line that tells of what was dropped.
    public synchronized List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (linesDropped > 0) {
            all.add("… and %,d more lines, not kept".formatted(linesDropped));
        }
        return all;
    }

    public synchronized List<Measured> metrics() {
        return metrics.entrySet().stream()
                .map(one -> new Measured(one.getKey(), one.getValue()))
                .toList();
    }

    public synchronized List<Exhibit> exhibits() {
        return List.copyOf(exhibits.values());
    }

    public synchronized Map<String, byte[]> files() {
        return new LinkedHashMap<>(files);
    }

    /// What the values told so far say of the claims.
    public List<Finding> judge(List<Claim> claims) {
        Map<String, Measured> byName = new LinkedHashMap<>();
        metrics().forEach(one -> byName.put(one.metric(), one));
        return claims.stream().map(claim -> Finding.of(claim, byName)).toList();
    }
}
