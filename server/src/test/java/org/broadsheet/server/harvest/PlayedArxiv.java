package org.broadsheet.server.harvest;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.server.sources.arxiv.MadeOai;
import org.broadsheet.server.sources.web.PlayedServer;

/// arXiv's OAI-PMH interface over real HTTP, played from records in memory: listings by day, pages,
/// tokens, and the faults that a test adds.
final class PlayedArxiv implements AutoCloseable {
    private static final Pattern DATESTAMP = Pattern.compile("<datestamp>(.*?)</datestamp>");

    private final PlayedServer server;
    private final List<String> records = new ArrayList<>();
    private final int pageSize;
    private Fault fault = (_, _, _) -> false;
    private UnaryOperator<String> spoil = page -> page;

    /// Something else than the page happens.
    interface Fault {
        /// @param number of the request, from 1
        /// @return whether it answered
        boolean strikes(int number, PlayedServer.Asked asked, HttpExchange out) throws IOException;
    }

    PlayedArxiv(int pageSize, List<String> records) throws IOException {
        this.pageSize = pageSize;
        this.records.addAll(records);
        server = new PlayedServer(this::answer);
    }

    URI address() {
        return server.at("/oai");
    }

    void add(List<String> more) {
        synchronized (records) {
            records.addAll(more);
        }
    }

    void striking(Fault other) {
        fault = other;
    }

    /// Changes every page before it is sent.
    void spoiling(UnaryOperator<String> change) {
        spoil = change;
    }

    List<String> queries() {
        return server.asked().stream().map(PlayedServer.Asked::query).toList();
    }

    private void answer(PlayedServer.Asked asked, HttpExchange out) throws IOException {
        if (!fault.strikes(server.asked().size(), asked, out)) {
            PlayedServer.send(out, 200, spoil.apply(page(asked)), "Content-Type", "text/xml");
        }
    }

    private String page(PlayedServer.Asked asked) {
        Map<String, String> query = query(asked.query());
        // As arXiv's own tokens did: what was asked for, and where to go on.
        String[] token =
                query.getOrDefault(
                                "resumptionToken",
                                "%s|%s|0".formatted(query.get("from"), query.get("until")))
                        .split("\\|", -1);
        List<String> wanted = wanted(LocalDate.parse(token[0]), LocalDate.parse(token[1]));
        int from = Integer.parseInt(token[2]);
        int to = Math.min(from + pageSize, wanted.size());
        if (wanted.isEmpty()) {
            return MadeOai.error("noRecordsMatch", "");
        }
        return MadeOai.page(
                wanted.subList(from, to),
                to < wanted.size() ? "%s|%s|%d".formatted(token[0], token[1], to) : "");
    }

    private List<String> wanted(LocalDate from, LocalDate until) {
        synchronized (records) {
            return records.stream()
                    .filter(record -> {
                        Matcher day = DATESTAMP.matcher(record);
                        LocalDate stamp =
                                day.find() ? LocalDate.parse(day.group(1)) : LocalDate.MIN;
                        return !stamp.isBefore(from) && !stamp.isAfter(until);
                    })
                    .toList();
        }
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        server.close();
    }
}
