package org.broadsheet.server.sources;

import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.paper.Text;

/// The text of a saved page as blocks: lines that a blank line or another kind of line ends,
/// wrapped ones joined, and what stands above the first entry taken off.
final class PageLines {
    /// A saved page of 120 entries has 300 KB.
    static final int LONGEST = 16 << 20;

    private static final Pattern HEADING = Pattern.compile("Daily Papers");
    private static final Pattern BY_LINE = Pattern.compile("(?i)by ?AK\\b.*|.*research community");
    private static final Pattern CHROME =
            Pattern.compile("(?i)new|subscribe|get trending papers in your email inbox!?");
    private static final Pattern BULLETS = Pattern.compile("\\s*[•·|]\\s*");
    private static final String DATE =
            "(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:,? \\d{4})?|\\d{1,2} [A-Z][a-z]{2,8}\\.?(?:,? \\d{4})?"
                    + "|\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern DATE_AND_COMMENTS = Pattern.compile("(" + DATE + ") (\\d{1,6})");
    private static final Pattern SMALL_PRINT =
            Pattern.compile("[•·|].*|\\d[\\d,]* authors?\\b.*|\\d{1,6}|" + DATE + "(?: \\d{1,6})?");
    private static final int LONGEST_WRAPPED = 160;

    private final List<Block> head;
    private final List<Block> blocks;

    private PageLines(List<Block> head, List<Block> blocks) {
        this.head = head;
        this.blocks = blocks;
    }

    /// One title, paragraph or line of small print.
    ///
    /// @param line the number of its first line
    /// @param isDamaged whether it holds bytes that are not UTF-8
    record Block(int line, String text, boolean isDamaged) {
        /// Its parts between bullets; a date and the number of comments after it are two.
        List<String> parts() {
            return Arrays.stream(BULLETS.split(text))
                    .filter(part -> !part.isEmpty())
                    .flatMap(Block::dateAndComments)
                    .toList();
        }

        private static Stream<String> dateAndComments(String part) {
            Matcher both = DATE_AND_COMMENTS.matcher(part);
            return both.matches() ? Stream.of(both.group(1), both.group(2)) : Stream.of(part);
        }
    }

    static PageLines of(Bytes bytes) throws FileRefused {
        List<Block> blocks = blocks(lines(bytes));
        int first = firstAfterHead(blocks);
        return new PageLines(blocks.subList(0, first), blocks.subList(first, blocks.size()));
    }

    private static List<Block> lines(Bytes bytes) throws FileRefused {
        List<Block> all = new ArrayList<>();
        Lines lines = new Lines(bytes);
        long length = 0;
        for (RawRecord raw = lines.line(); raw != null; raw = lines.line()) {
            length += raw.bytes().length;
            if (length > LONGEST) {
                throw new FileRefused(
                        "is longer than the %,d bytes that a saved page may have"
                                .formatted(LONGEST));
            }
            all.add(line(all.size() + 1, raw));
        }
        return all;
    }

    private static List<Block> blocks(List<Block> lines) {
        boolean hasBlankLines = lines.stream().anyMatch(line -> line.text().isEmpty());
        List<Block> blocks = new ArrayList<>();
        List<Block> run = new ArrayList<>();
        for (Block line : lines) {
            boolean isSmallPrint = SMALL_PRINT.matcher(line.text()).matches();
            if (isSmallPrint || line.text().isEmpty() || !hasBlankLines) {
                close(run, blocks);
            }
            if (isSmallPrint) {
                blocks.add(line);
            } else if (!line.text().isEmpty()) {
                run.add(line);
            }
        }
        close(run, blocks);
        return blocks;
    }

    List<Block> blocks() {
        return blocks;
    }

    /// The day that the page's date picker shows, else the day of reference.
    LocalDate day(PageDates dates) {
        return head.stream()
                .map(block -> dates.of(block.text()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(dates.reference());
    }

    private static Block line(int number, RawRecord raw) {
        try {
            return new Block(number, Text.oneLine(raw.text()), false);
        } catch (CharacterCodingException _) {
            return new Block(number, Text.oneLine(raw.excerpt()), true);
        }
    }

    /// Lines of one run that are all short were one wrapped paragraph.
    private static void close(List<Block> run, List<Block> blocks) {
        boolean isWrapped =
                run.size() > 2
                        && run.stream().allMatch(line -> line.text().length() <= LONGEST_WRAPPED)
                        && run.stream().noneMatch(line -> isOfHead(line.text()));
        if (isWrapped) {
            blocks.add(
                    new Block(
                            run.getFirst().line(),
                            String.join(" ", run.stream().map(Block::text).toList()),
                            run.stream().anyMatch(Block::isDamaged)));
        } else {
            blocks.addAll(run);
        }
        run.clear();
    }

    /// The head ends with the heading, the by-line and the date picker, where it has them.
    private static int firstAfterHead(List<Block> blocks) {
        int first = 0;
        while (first < blocks.size() && isOfHead(blocks.get(first).text())) {
            first++;
        }
        boolean hasPicker = first > 0 && first < blocks.size();
        return hasPicker && SMALL_PRINT.matcher(blocks.get(first).text()).matches()
                ? first + 1
                : first;
    }

    private static boolean isOfHead(String text) {
        return HEADING.matcher(text).matches()
                || BY_LINE.matcher(text).matches()
                || CHROME.matcher(text).matches();
    }
}
