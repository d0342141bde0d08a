package org.broadsheet.benchmarks.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tukaani.xz.XZInputStream;

/// A file of real records many times over, each under an id, and with a title, of its own.
final class LongerFile {
    private static final Pattern ID = Pattern.compile("\"id\": \"[^\"]*\"");
    private static final Pattern TITLE = Pattern.compile("\"title\": \"");
    private static final Pattern DOI = Pattern.compile("\"doi\": \"(?:[^\"\\\\]|\\\\.)*\"");
    private static final int IDS_A_MONTH = 99_999;

    private LongerFile() {}

    /// Writes the records as they are, and then again under new ids, `times` times in all.
    ///
    /// @return how many records were written
    static long write(Path records, int times, Path target) {
        long written = 0;
        long invented = 0;
        try (Writer out = Files.newBufferedWriter(target)) {
            for (int copy = 1; copy <= times; copy++) {
                try (BufferedReader in = open(records)) {
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        out.write(copy == 1 ? line : renamed(line, copy, invented++));
                        out.write('\n');
                        written++;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    static long count(Path records) {
        try (BufferedReader in = open(records)) {
            return in.lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(Path records) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new XZInputStream(Files.newInputStream(records)), StandardCharsets.UTF_8));
    }

    /// The record under the id of this number; ids of 2030 and later name no real paper yet.
    static String renamed(String line, int copy, long number) {
        long month = number / IDS_A_MONTH;
        String id =
                String.format(
                        Locale.ROOT,
                        "%02d%02d.%05d",
                        30 + month / 12,
                        1 + month % 12,
                        1 + number % IDS_A_MONTH);
        String withId = ID.matcher(line).replaceFirst("\"id\": \"" + id + "\"");
        String withTitle = TITLE.matcher(withId).replaceFirst("\"title\": \"Copy " + copy + ": ");
        return DOI.matcher(withTitle).replaceFirst("\"doi\": null");
    }
}
