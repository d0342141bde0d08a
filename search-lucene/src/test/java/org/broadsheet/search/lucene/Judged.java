package org.broadsheet.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.search.Feature;
import org.broadsheet.search.QueryParser;
import org.broadsheet.search.SearchIndex;
import org.broadsheet.search.SearchIndex.Batch;
import org.broadsheet.search.SearchIndex.Entry;
import org.broadsheet.search.SearchIndex.Scored;

/// A collection of texts with queries and the judgement which text answers which query.
record Judged(
        List<Paper> papers, Map<Integer, String> queries, Map<Integer, Set<String>> relevant) {
    private static final Pattern QUERY =
            Pattern.compile("<num>\\s*(\\d+)\\s*</num>\\s*<title>(.*?)</title>", Pattern.DOTALL);

    /// How good the rankings were, as means over all queries with a judgement.
    ///
    /// @param map mean average precision over the first 1,000
    record Figures(double map, double ndcgAt10) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "MAP %.4f, nDCG@10 %.4f", map, ndcgAt10);
        }
    }

    /// 11,429 abstracts in physics; a title stands before the first double blank.
    static Judged vaswani(Path folder) throws IOException {
        Pattern text = Pattern.compile("<DOCNO>(\\d+)</DOCNO>\\s*(.*?)</DOC>", Pattern.DOTALL);
        List<Paper> papers = new ArrayList<>();
        for (Matcher one = text.matcher(read(folder.resolve("doc-text.trec"))); one.find(); ) {
            String[] parts = one.group(2).replace('\n', ' ').strip().split("  ", 2);
            papers.add(paper("vaswani", one.group(1), parts[0], parts.length == 1 ? "" : parts[1]));
        }
        Map<Integer, String> queries = new HashMap<>();
        for (Matcher one = QUERY.matcher(read(folder.resolve("query-text.trec"))); one.find(); ) {
            queries.put(Integer.parseInt(one.group(1)), one.group(2));
        }
        return new Judged(papers, queries, judgements(folder.resolve("qrels")));
    }

    /// 1,400 abstracts in aerodynamics. The judgements number the queries by their place in the
    /// file.
    static Judged cranfield(Path folder) throws IOException {
        Pattern text =
                Pattern.compile(
                        "<docno>(\\d+)</docno>\\s*<title>(.*?)</title>.*?<text>(.*?)</text>",
                        Pattern.DOTALL);
        List<Paper> papers = new ArrayList<>();
        for (Matcher one = text.matcher(read(folder.resolve("cran.all.1400.xml"))); one.find(); ) {
            String title = one.group(2).strip();
            String body = one.group(3).strip();
            String rest = body.startsWith(title) ? body.substring(title.length()) : body;
            papers.add(
                    paper("cranfield", one.group(1), title.isEmpty() ? "untitled" : title, rest));
        }
        Map<Integer, String> queries = new HashMap<>();
        for (Matcher one = QUERY.matcher(read(folder.resolve("cran.qry.xml"))); one.find(); ) {
            queries.put(queries.size() + 1, one.group(2));
        }
        return new Judged(papers, queries, judgements(folder.resolve("cranqrel.trec.txt")));
    }

    private static Map<Integer, Set<String>> judgements(Path file) throws IOException {
        Map<Integer, Set<String>> relevant = new HashMap<>();
        for (String line : read(file).split("\r?\n")) {
            String[] parts = line.strip().split("\\s+");
            if (parts.length == 4 && Integer.parseInt(parts[3]) > 0) {
                relevant.computeIfAbsent(Integer.parseInt(parts[0]), _ -> new HashSet<>())
                        .add(parts[2]);
            }
        }
        return relevant;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static Paper paper(String collection, String number, String title, String text) {
        Origin origin = new Origin(SourceName.SEARCH_PAGE, LocalDate.of(2025, 1, 1));
        return Paper.of(PaperId.of("local:" + collection + "-" + number), title, origin)
                .abstractText(text)
                .build();
    }

    Figures figures(SearchIndex index) {
        List<Entry> entries =
                papers.stream().map(one -> new Entry(one, null, Feature.of(one))).toList();
        index.apply(new Batch(entries, List.of(), 1));
        double precision = 0;
        double gain = 0;
        for (Map.Entry<Integer, Set<String>> judged : relevant.entrySet()) {
            String query = queries.getOrDefault(judged.getKey(), "");
            List<Boolean> ranked = ranked(index, query, judged.getValue());
            precision += averagePrecision(ranked, judged.getValue().size());
            gain += ndcg(ranked, judged.getValue().size());
        }
        return new Figures(precision / relevant.size(), gain / relevant.size());
    }

    private static List<Boolean> ranked(SearchIndex index, String query, Set<String> relevant) {
        List<Scored> best = index.words(QueryParser.parse(query), 1_000).best();
        return best.stream()
                .map(one -> one.id().value())
                .map(id -> relevant.contains(id.substring(id.indexOf('-') + 1)))
                .toList();
    }

    private static double averagePrecision(List<Boolean> ranked, int relevant) {
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i)) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return sum / relevant;
    }

    private static double ndcg(List<Boolean> ranked, int relevant) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < 10; i++) {
            double discount = Math.log(2) / Math.log(i + 2);
            gain += i < ranked.size() && ranked.get(i) ? discount : 0;
            ideal += i < relevant ? discount : 0;
        }
        return gain / ideal;
    }
}
