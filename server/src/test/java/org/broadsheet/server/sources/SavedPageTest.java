package org.broadsheet.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.edition.Tally;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPageTest {
    private static final LocalDate SAVED = LocalDate.of(2025, 11, 7);
    private static final String HEAD =
            """
            new

            Get trending papers in your email inbox!

            Subscribe

            Daily Papers

            byAK and the research community

            Nov 7

            """;
    private static final String ENTRIES =
            """
            Walks as Machines

            We show that walks are machines. They move, and they count what they pass.

              • 4 authors
            ·
            Aug 31, 2023

            A Walk Without Small Print

            This entry tells neither how many authors it has nor when it was written.

            Idle Walks

            Idle walks stay where they are.

              • 1 authors
            ·
            Aug 5 3

            """;

    @Test
    void entriesAreReadWithTheirAbstractsDatesAndComments() {
        List<Statement> read = read(HEAD + ENTRIES);

        assertThat(read)
                .extracting(
                        told -> told.paper().title(),
                        told -> told.paper().published(),
                        told -> told.tallies().stream().map(Tally::count).toList())
                .containsExactly(
                        tuple("Walks as Machines", LocalDate.of(2023, 8, 31), List.of()),
                        tuple("A Walk Without Small Print", null, List.of()),
                        tuple("Idle Walks", LocalDate.of(2025, 8, 5), List.of(3L)));
        assertThat(read).allMatch(told -> !told.paper().abstractText().isEmpty());
    }

    @Test
    void entriesNameTheirPapersByTitleAndAreInNoEdition() {
        List<Statement> read = read(HEAD + ENTRIES);

        assertThat(read).allMatch(told -> told.naming() instanceof Naming.ByTitle);
        assertThat(read).allMatch(told -> told.submissions().isEmpty());
        assertThat(read.getFirst().paper().id().value()).startsWith("local:walks-as-machines-");
    }

    @Test
    void thePickersDayIsTheDayOfItsStatements() {
        assertThat(read(HEAD + ENTRIES).getFirst().paper().origins().values())
                .allMatch(origin -> origin.asOf().equals(SAVED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as it is",
                "windows",
                "indented",
                "dense",
                "airy",
                "singular",
                "one line",
                "headless",
                "long months",
                "comments below"
            })
    void variantsReadTheSame(String variant) {
        String page = HEAD + ENTRIES;
        String text =
                switch (variant) {
                    case "windows" -> page.replace("\n", "\r\n");
                    case "indented" -> page.replace("\n", "\n\t ").replace("• ", "•\u00A0");
                    case "dense" -> page.replaceAll("\n+", "\n");
                    case "airy" -> page.replace("\n", "\n \n");
                    case "singular" -> page.replace("1 authors", "1 author");
                    case "one line" -> page.replace(" authors\n·\n", " authors · ");
                    case "headless" -> ENTRIES;
                    case "long months" -> page.replace("Aug ", "August ");
                    case "comments below" -> page.replace("Aug 5 3", "Aug 5\n\n3");
                    default -> page;
                };

        assertThat(read(text))
                .extracting(
                        told -> told.paper().title(),
                        told -> told.paper().abstractText(),
                        told -> told.paper().published(),
                        told -> told.tallies().size())
                .containsExactlyElementsOf(
                        read(page).stream()
                                .map(told ->
                                        tuple(
                                                told.paper().title(),
                                                told.paper().abstractText(),
                                                told.paper().published(),
                                                told.tallies().size()))
                                .toList());
    }

    @Test
    void anEntryWithoutAbstractIsReadToo() {
        String page =
                """
                Daily Papers

                Bare Walks

                • 2 authors
                ·
                Aug 5

                """;

        assertThat(read(page + ENTRIES)).hasSize(4);
        assertThat(read(page + ENTRIES).getFirst().paper().abstractText()).isEmpty();
    }

    @Test
    void wrappedParagraphsAreJoined() {
        String page =
                """
                Daily Papers

                Wrapped Walks

                This abstract was wrapped at some column
                by the program that saved it, so that it
                stands on three lines.

                • 2 authors
                ·
                Aug 5
                """;

        assertThat(read(page).getFirst().paper().abstractText())
                .isEqualTo(
                        "This abstract was wrapped at some column by the program that saved it, so that"
                                + " it stands on three lines.");
    }

    @Test
    void aLineThatIsNoEntryIsSetAside() {
        List<Reading> read =
                readings((HEAD + ENTRIES + "Next page\n").getBytes(StandardCharsets.UTF_8));

        assertThat(read).hasSize(4);
        assertThat(Made.reason(read.getLast())).contains("no entry");
        assertThat(((Reading.SetAside) read.getLast()).reject().raw()).contains("Next page");
    }

    @Test
    void anEntryInAnotherEncodingIsSetAsideAndTheRestIsRead() {
        byte[] latin =
                (HEAD + ENTRIES)
                        .replace("Idle Walks", "Müßige Wege")
                        .getBytes(StandardCharsets.ISO_8859_1);

        List<Reading> read = readings(latin);

        assertThat(read).extracting(Object::getClass).contains(Statement.class);
        assertThat(Made.reason(read.getLast())).contains("UTF-8");
    }

    private static List<Statement> read(String page) {
        return readings(page.getBytes(StandardCharsets.UTF_8)).stream().map(Made::told).toList();
    }

    private static List<Reading> readings(byte[] page) {
        try {
            PageLines lines = PageLines.of(new Bytes(new ByteArrayInputStream(page)));
            return Made.all(
                    new SavedPage("page.txt", lines, new PageDates(SAVED), Made.CLOCK.instant()));
        } catch (FileRefused e) {
            throw new AssertionError(e);
        }
    }
}
