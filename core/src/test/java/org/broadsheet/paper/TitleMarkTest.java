package org.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TitleMarkTest {
    private static final Origin ORIGIN = new Origin(SourceName.DOI, LocalDate.EPOCH);

    private static Optional<String> mark(String title, String author, int year) {
        return TitleMark.of(
                Paper.of(PaperId.of("local:x"), title, ORIGIN)
                        .authors(List.of(author, "Emmy Two"))
                        .published(LocalDate.of(year, 5, 1))
                        .build());
    }

    @Test
    void spellingsOfOnePaperHaveOneMark() {
        Optional<String> mark = mark("Idle Walks on Large Graphs", "Ada Müller", 2024);

        assertThat(mark).isPresent();
        assertThat(mark("Idle walks on {L}arge graphs.", "A. Muller", 2024)).isEqualTo(mark);
        assertThat(mark("Idle walks on large graphs", "Ada Müller Jr.", 2024)).isEqualTo(mark);
    }

    @Test
    void anotherTitleAuthorOrYearIsAnotherMark() {
        Optional<String> mark = mark("Idle Walks on Large Graphs", "Ada Müller", 2024);

        assertThat(mark("Idle Walks on Large Graphs II", "Ada Müller", 2024)).isNotEqualTo(mark);
        assertThat(mark("Idle Walks on Large Graphs", "Ada Mueller", 2024)).isNotEqualTo(mark);
        assertThat(mark("Idle Walks on Large Graphs", "Ada Müller", 2025)).isNotEqualTo(mark);
    }

    @Test
    void whatStrangersShareIsNoMark() {
        assertThat(mark("Introduction", "Ada Müller", 2024)).isEmpty();
        assertThat(mark("Idle Walks on Large Graphs", "Anonymous", 2024)).isEmpty();
        assertThat(mark("Idle Walks on Large Graphs", "???", 2024)).isEmpty();
        assertThat(
                        TitleMark.of(
                                Paper.of(
                                                PaperId.of("local:x"),
                                                "Idle Walks on Large Graphs",
                                                ORIGIN)
                                        .authors(List.of("Ada Müller"))
                                        .build()))
                .isEmpty();
    }
}
