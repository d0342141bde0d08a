package org.broadsheet.benchmarks.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.broadsheet.benchmarks.CannotMeasure;

/// An OAI-PMH listing made of a real page's records many times over, each under an id, and with a
/// title, of its own.
final class LongerListing {
    private static final Pattern RECORD = Pattern.compile("(?s)<record>.*?</record>");
    private static final Pattern ID = Pattern.compile("(<identifier>oai:arXiv\\.org:|<id>)[^<]*");
    private static final int IDS_A_MONTH = 99_999;

    private LongerListing() {}

    static void write(Path page, long records, Path target) {
        try (Writer out = Files.newBufferedWriter(target)) {
            List<String> real =
                    RECORD.matcher(Files.readString(page))
                            .results()
                            .map(MatchResult::group)
                            .toList();
            if (real.isEmpty()) {
                throw new CannotMeasure("There is no record in " + page + ".");
            }
            out.write(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            + "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><ListRecords>\n");
            for (long n = 0; n < records; n++) {
                out.write(renamed(real.get((int) (n % real.size())), n));
                out.write('\n');
            }
            out.write("</ListRecords></OAI-PMH>\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The record under the id of this number; ids of 2030 and later name no real paper yet.
    static String renamed(String record, long number) {
        long month = number / IDS_A_MONTH;
        String id =
                String.format(
                        Locale.ROOT,
                        "%02d%02d.%05d",
                        30 + month / 12,
                        1 + month % 12,
                        1 + number % IDS_A_MONTH);
        return ID.matcher(record)
                .replaceAll("$1" + id)
                .replaceFirst("<title>", "<title>Copy " + number + ": ");
    }
}
