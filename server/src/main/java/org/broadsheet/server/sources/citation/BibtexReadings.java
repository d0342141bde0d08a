package org.broadsheet.server.sources.citation;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.sources.citation.BibtexEntries.Entry;
import org.broadsheet.server.sources.citation.BibtexFields.Fields;
import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// Reads BibTeX and BibLaTeX files.
///
/// An entry with a `crossref` waits for the entry that it names, which stands behind it by BibTeX's
/// rule; at most [#MOST_WAITING] wait at a time, so that memory stays flat. Proceedings and
/// collections are read for those that name them and are no papers.
public final class BibtexReadings implements CitationReadings {
    private static final int MOST_WAITING = 5_000;
    private static final Set<String> NO_ENTRIES = Set.of("comment", "preamble", "control");
    private static final Set<String> CONTAINERS =
            Set.of(
                    "proceedings",
                    "mvproceedings",
                    "collection",
                    "mvcollection",
                    "periodical",
                    "set",
                    "xdata");
    private static final Set<String> NAMED_BY_OTHERS = Set.of("book", "mvbook", "inbook");

    private final CitationFile file;
    private final AnyEncoding lines;
    private final BibtexEntries entries;
    private final BibtexFields reader = new BibtexFields();
    private final Map<String, Fields> named = new LinkedHashMap<>();
    private final Map<String, List<Waiting>> waiting = new HashMap<>();
    private final Queue<Reading> ready = new ArrayDeque<>();
    private int waitingCount;
    private long containers;
    private boolean isRead;

    private record Waiting(Entry entry, Fields fields) {}

    public BibtexReadings(CitationFile file, InputStream in) {
        this.file = file;
        lines = new AnyEncoding(in);
        entries = new BibtexEntries(lines);
    }

    @Override
    public @Nullable Reading next() {
        while (ready.isEmpty() && !isRead) {
            Entry entry = entries.next();
            if (entry == null) {
                finish();
            } else {
                take(entry);
            }
        }
        return ready.poll();
    }

    private void finish() {
        isRead = true;
        flush();
        lines.tell(file);
        if (containers > 0) {
            file.notes()
                    .accept(
                            "%,d of its entries are proceedings or collections: read for the papers in them, and no papers themselves"
                                    .formatted(containers));
        }
    }

    private void take(Entry entry) {
        String type = entry.type().toLowerCase(Locale.ROOT);
        try {
            if (entry.shape() == BibtexEntries.Shape.TOO_LONG) {
                throw new IllegalArgumentException(
                        "the entry is longer than the 8 MB that are accepted; its first part is kept");
            }
            if (NO_ENTRIES.contains(type)) {
                return;
            }
            if (entry.shape() == BibtexEntries.Shape.UNCLOSED) {
                throw new IllegalArgumentException(
                        "the entry is not complete: a closing brace is missing before the next entry or the end");
            }
            if (type.equals("string")) {
                reader.define(entry.text());
            } else {
                take(entry, type, reader.of(entry.text()));
            }
        } catch (IllegalArgumentException e) {
            ready.add(file.aside(entry.place(), entry.text(), String.valueOf(e.getMessage())));
        }
    }

    private void take(Entry entry, String type, Fields fields) {
        boolean isContainer = CONTAINERS.contains(type);
        if (isContainer || NAMED_BY_OTHERS.contains(type)) {
            remember(fields);
        }
        if (isContainer) {
            containers++;
            return;
        }
        String parent = fields.get("crossref", "xdata").toLowerCase(Locale.ROOT);
        if (parent.isEmpty()) {
            ready.add(read(entry, fields, null));
        } else if (named.containsKey(parent)) {
            ready.add(read(entry, fields, named.get(parent)));
        } else {
            waiting.computeIfAbsent(parent, _ -> new ArrayList<>()).add(new Waiting(entry, fields));
            waitingCount++;
            if (waitingCount >= MOST_WAITING) {
                flush();
            }
        }
    }

    private void remember(Fields fields) {
        String key = fields.key().toLowerCase(Locale.ROOT);
        if (named.size() >= MOST_WAITING) {
            named.remove(named.keySet().iterator().next());
        }
        named.put(key, fields);
        List<Waiting> children = waiting.remove(key);
        if (children != null) {
            waitingCount -= children.size();
            children.forEach(one -> ready.add(read(one.entry(), one.fields(), fields)));
        }
    }

    private void flush() {
        waiting.values()
                .forEach(children ->
                        children.forEach(one -> ready.add(read(one.entry(), one.fields(), null))));
        waiting.clear();
        waitingCount = 0;
    }

    private Reading read(Entry entry, Fields fields, @Nullable Fields parent) {
        try {
            return citation(fields, parent == null ? new Fields("", Map.of()) : parent)
                    .statement(
                            SourceName.CITATION_FILE,
                            file.today(),
                            why -> file.reject(entry.place(), entry.text(), why));
        } catch (IllegalArgumentException e) {
            return file.aside(entry.place(), entry.text(), String.valueOf(e.getMessage()));
        }
    }

    private static Citation citation(Fields fields, Fields parent) {
        Citation citation =
                new Citation()
                        .title(title(fields))
                        .authors(CitedNames.ofBibtex(fields.get("author")))
                        .abstractText(Texts.ofBibtex(fields.get("abstract")))
                        .keywords(Texts.ofBibtex(fields.get("keywords", "keyword")))
                        .journal(journal(fields, parent))
                        .comment(Texts.ofBibtex(fields.get("note", "comment")))
                        .published(CitedDates.of(fields.get("date")))
                        .published(
                                CitedDates.day(
                                        fields.get("year"), fields.get("month"), fields.get("day")))
                        .published(CitedDates.of(parent.get("date")))
                        .published(
                                CitedDates.day(
                                        parent.get("year"),
                                        parent.get("month"),
                                        parent.get("day")));
        takeIds(citation.ids(), fields);
        return citation;
    }

    private static String title(Fields fields) {
        String title = Texts.ofBibtex(fields.get("title"));
        String subtitle = Texts.ofBibtex(fields.get("subtitle"));
        return subtitle.isEmpty() || title.isEmpty() ? title : title + ": " + subtitle;
    }

    private static String journal(Fields fields, Fields parent) {
        String own = fields.get("journal", "journaltitle", "booktitle");
        return Texts.ofBibtex(own.isEmpty() ? parent.get("booktitle", "title") : own);
    }

    private static void takeIds(CitedIds ids, Fields fields) {
        String eprint = fields.get("eprint", "arxivid", "arxiv");
        String archive = fields.get("archiveprefix", "eprinttype").toLowerCase(Locale.ROOT);
        if (archive.equals("arxiv") || !fields.get("arxivid", "arxiv").isEmpty()) {
            ids.arxiv(eprint);
        } else if (archive.isEmpty()) {
            ids.bare(eprint);
            ids.address(eprint);
        }
        ids.doi(fields.get("doi"));
        ids.address(fields.get("url"));
        for (String name :
                List.of("journal", "journaltitle", "howpublished", "note", "number", "volume")) {
            ids.mention(fields.get(name));
        }
    }
}
