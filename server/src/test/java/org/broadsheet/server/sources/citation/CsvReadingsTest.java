package org.broadsheet.server.sources.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All rows here are invented.
class CsvReadingsTest {
    private static Cited read(String text) {
        return Cited.by(CsvReadings::new, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void cellsMayBePartedAsAnyProgramDoes(String separator) {
        String text =
                """
                arXiv ID|Title|Authors|Abstract|Date|URL|Keywords
                2406.10500|"Walks, a ""survey""; part | one"|"Ada One; Emmy Two"|"We walk
                on two lines."|2024-06-15|https://example.org/x|"walks, machines"
                """
                        .replace("|\"", separator + "\"")
                        .replace("\"|", "\"" + separator)
                        .replaceAll("(?<=\\S)\\|(?=\\S)", separator.equals("|") ? "|" : separator);

        Cited read = read(text);

        assertThat(read.ids()).containsExactly("2406.10500");
        assertThat(read.paper().title()).isEqualTo("Walks, a \"survey\"; part | one");
        assertThat(read.authors()).containsExactly("Ada One", "Emmy Two");
        assertThat(read.paper().abstractText()).isEqualTo("We walk on two lines.");
        assertThat(read.paper().published()).isEqualTo(LocalDate.of(2024, 6, 15));
    }

    @Test
    void authorsAreToldApartWhateverStandsBetween() {
        assertThat(authors("Ada One and Emmy Two")).containsExactly("Ada One", "Emmy Two");
        assertThat(authors("\"Ada One, Emmy Two, Max Three\"")).hasSize(3);
        assertThat(authors("\"One, Ada\"")).containsExactly("Ada One");
        assertThat(authors("\"One, Ada; Two, Emmy\"")).containsExactly("Ada One", "Emmy Two");
    }

    private static List<String> authors(String cell) {
        return read("title,author\nT," + cell + "\n").authors();
    }

    @Test
    void aRowsOwnKeyIsNoId() {
        assertThat(read("Key,Title,DOI\nABCD1234,A title,10.1000/X\n").ids())
                .containsExactly("doi:10.1000/x");
        assertThat(read("id,title\ndoi:10.1000/x,A title\n").ids())
                .containsExactly("doi:10.1000/x");
        assertThat(read("id,title\n2406.10500,A title\n").ids()).containsExactly("2406.10500");
    }

    @Test
    void aBadRowSpoilsNoOther() {
        Cited read =
                read(
                        """
                        title,arxiv
                        One,2406.10501
                        "Never closed,2406.10502
                        Two,2406.10503
                        ,2406.10504
                        Three,too,many
                        Four,nonsense
                        Five,2406.10505
                        """);

        assertThat(read.titles()).containsExactly("One", "Two", "Five");
        assertThat(read.rejects())
                .extracting(reject -> reject.place() + ": " + reject.reason())
                .satisfiesExactly(
                        one ->
                                assertThat(one)
                                        .isEqualTo(
                                                "row 2 (line 3): a quote in the row is not closed"),
                        one -> assertThat(one).isEqualTo("row 4 (line 5): it has no title"),
                        one -> assertThat(one).startsWith("row 5 (line 6): the row has 3 cells"),
                        one ->
                                assertThat(one)
                                        .startsWith(
                                                "row 6 (line 7): not an arXiv id: \"nonsense\""));
    }

    @Test
    void columnsThatSayNothingAreNoted() {
        assertThat(read("title,shelf,owner\nT,1,2\n").notes())
                .containsExactly("these columns are not read: shelf, owner");
    }
}
