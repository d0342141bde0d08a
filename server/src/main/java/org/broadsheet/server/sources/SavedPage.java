package org.broadsheet.server.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.LocalIds;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.SourceName;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;
import org.jspecify.annotations.Nullable;

/// Reads a search page of the hosted daily papers that was saved as text: above all a heading and
/// the page's date, then per paper a title, an abstract, `• N authors`, `·`, a date and perhaps the
/// number of comments. Abstract, authors with date, and comments may each be missing.
///
/// The page names no ids; its papers are known ones with the same title, or papers of their own. It
/// is the answer to a search and no edition, so that it submits nothing. The number of authors is
/// not kept: names from elsewhere are better, and a number alone is no author.
final class SavedPage implements Readings {
    private static final String ORIGIN = SourceName.SEARCH_PAGE.label();
    private static final Pattern AUTHORS = Pattern.compile("\\d[\\d,]* authors?");
    private static final Pattern COMMENTS = Pattern.compile("\\d{1,6}");
    private static final int PROSE_LENGTH = 200;
    private static final int PROSE_WORDS = 4;

    private final String source;
    private final PageDates dates;
    private final Instant now;
    private final Origin origin;
    private final Queue<PageLines.Block> blocks;
    private int number;
    private @Nullable Entry begun;

    /// @param dates reads the dates of the page
    SavedPage(String source, PageLines page, PageDates dates, Instant now) {
        this.source = source;
        this.dates = dates;
        this.now = now;
        this.origin = new Origin(SourceName.SEARCH_PAGE, page.day(dates));
        this.blocks = new ArrayDeque<>(page.blocks());
    }

    @Override
    public @Nullable Reading next() {
        while (true) {
            PageLines.Block block = blocks.poll();
            Entry before = begun;
            if (block == null) {
                begun = null;
                return before == null ? null : reading(before);
            }
            if (before == null) {
                begun = isSmallPrint(block, false) ? null : new Entry(block);
            } else if (!takes(before, block)) {
                begun = new Entry(block);
                return reading(before);
            }
        }
    }

    /// Takes a block into the entry; false if the block begins the next one.
    private boolean takes(Entry entry, PageLines.Block block) {
        if (isSmallPrint(block, entry.awaitsComments())) {
            entry.isDamaged |= block.isDamaged();
            entry.hasEnd = true;
            block.parts().forEach(part -> take(entry, part));
            return true;
        }
        if (!entry.hasEnd && isProse(block.text())) {
            entry.isDamaged |= block.isDamaged();
            entry.paragraphs.add(block.text());
            return true;
        }
        return false;
    }

    private boolean isSmallPrint(PageLines.Block block, boolean mayBeComments) {
        List<String> parts = block.parts();
        return parts.stream()
                .allMatch(part ->
                        AUTHORS.matcher(part).matches()
                                || dates.of(part).isPresent()
                                || COMMENTS.matcher(part).matches()
                                        && (mayBeComments || parts.size() > 1));
    }

    private void take(Entry entry, String part) {
        dates.of(part).ifPresent(day -> entry.published = day);
        if (entry.awaitsComments() && COMMENTS.matcher(part).matches()) {
            entry.comments = Long.valueOf(part);
        }
    }

    private static boolean isProse(String text) {
        return text.length() > PROSE_LENGTH
                || text.endsWith(".") && text.split(" ", -1).length >= PROSE_WORDS;
    }

    private Reading reading(Entry entry) {
        number++;
        String place = "entry %d (line %d)".formatted(number, entry.line);
        Aside aside = new Aside(source, place, entry::raw, now);
        if (entry.isDamaged) {
            return aside.because("the entry is not in UTF-8");
        }
        if (entry.paragraphs.isEmpty() && !entry.hasEnd) {
            return aside.because(
                    "a line with neither an abstract nor authors nor a date after it is no entry");
        }
        try {
            return statement(entry);
        } catch (IllegalArgumentException e) {
            return aside.because(String.valueOf(e.getMessage()));
        }
    }

    private Statement statement(Entry entry) {
        Naming naming = new Naming.ByTitle(LocalIds.of(entry.title));
        PaperBuilder paper =
                Paper.of(naming.likeliest(), entry.title, origin)
                        .abstractText(String.join("\n\n", entry.paragraphs));
        Optional.ofNullable(entry.published).ifPresent(paper::published);
        List<Tally> tallies =
                Optional.ofNullable(entry.comments).stream()
                        .map(count ->
                                new Tally(
                                        naming.likeliest(),
                                        Tally.Kind.COMMENTS,
                                        ORIGIN,
                                        count,
                                        now))
                        .toList();
        return new Statement(naming, paper.build(), List.of(), tallies);
    }

    /// What was read of one entry so far.
    private static final class Entry {
        private final int line;
        private final String title;
        private final List<String> paragraphs = new ArrayList<>();
        private boolean hasEnd;
        private boolean isDamaged;
        private @Nullable LocalDate published;
        private @Nullable Long comments;

        Entry(PageLines.Block first) {
            line = first.line();
            title = first.text();
            isDamaged = first.isDamaged();
        }

        private boolean awaitsComments() {
            return published != null && comments == null;
        }

        private String raw() {
            return title + "\n" + String.join("\n", paragraphs);
        }
    }
}
