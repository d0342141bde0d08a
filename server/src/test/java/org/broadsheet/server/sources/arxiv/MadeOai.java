package org.broadsheet.server.sources.arxiv;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// OAI-PMH answers made up for tests.
public final class MadeOai {
    public static final LocalDate DAY = LocalDate.of(2025, 11, 7);

    private MadeOai() {}

    /// The id of the n-th made record, 0 to 99,999.
    public static String id(int n) {
        return "2511.%05d".formatted(n);
    }

    /// The n-th record in arXivRaw, last changed on that day.
    public static String record(int n, LocalDate changed) {
        return record(
                id(n),
                changed,
                """
                <title>Counting to %d, with $\\alpha_{%d}$
                  and a second line</title>\
                <authors>Ada Counter (1), Emmy Number, Jr. ((1) Here)</authors>\
                <categories>cs.DS math.CO</categories><comments>%d pages</comments>\
                <journal-ref>J. Count. %d</journal-ref><doi>10.1000/count.%d</doi>\
                <abstract>  We count to %d &lt; %d &amp; say so.
                  It ends there.
                </abstract>\
                """
                        .formatted(n, n, n, n, n, n, n + 1));
    }

    /// A record with these fields beside its id and two versions.
    public static String record(String id, LocalDate changed, String fields) {
        return """
        <record><header><identifier>oai:arXiv.org:%s</identifier>\
        <datestamp>%s</datestamp><setSpec>cs</setSpec></header>
        <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>%s</id>\
        <submitter>Ada Counter</submitter>\
        <version version="v1"><date>%s</date><size>9kb</size></version>\
        <version version="v2"><date>%s</date><size>10kb</size></version>%s\
        </arXivRaw></metadata></record>
        """
                .formatted(id, changed, id, mail(changed.minusDays(3)), mail(changed), fields);
    }

    public static String deleted(String id, LocalDate changed) {
        return """
        <record><header status="deleted"><identifier>oai:arXiv.org:%s</identifier>\
        <datestamp>%s</datestamp></header></record>
        """
                .formatted(id, changed);
    }

    /// Records from one number to before another, all of one day.
    public static List<String> records(int from, int to, LocalDate changed) {
        return IntStream.range(from, to).mapToObj(n -> record(n, changed)).toList();
    }

    public static String page(List<String> records, String token) {
        return page(
                "<ListRecords>\n%s<resumptionToken completeListSize=\"99\">%s</resumptionToken></ListRecords>"
                        .formatted(records.stream().collect(Collectors.joining()), token));
    }

    public static String error(String code, String message) {
        return page("<error code=\"%s\">%s</error>".formatted(code, message));
    }

    public static String page(String content) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
        <responseDate>2025-11-07T12:00:00Z</responseDate>
        <request verb="ListRecords">http://127.0.0.1/oai</request>
        %s
        </OAI-PMH>
        """
                .formatted(content);
    }

    private static String mail(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH)
                        .format(day.atStartOfDay(ZoneOffset.UTC))
                + " 17:00:01 GMT";
    }
}
