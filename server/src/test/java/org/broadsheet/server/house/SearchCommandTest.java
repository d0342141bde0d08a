package org.broadsheet.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.search.Explanation;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Hit.Mark;
import org.broadsheet.search.Hit.Piece;
import org.broadsheet.server.house.SearchCommand.Style;
import org.broadsheet.server.trial.ShownHit;
import org.junit.jupiter.api.Test;

class SearchCommandTest {
    private static final Hit HIT =
            new ShownHit(
                    Paper.of(
                                    PaperId.of("2511.00001"),
                                    "Fr\\'echet Distance",
                                    new Origin(SourceName.HOSTED_DAILY, LocalDate.EPOCH))
                            .build(),
                    List.of(
                            new Piece("Fr\\'echet", Mark.FOUND),
                            new Piece(" distance", Mark.PLAIN)),
                    List.of(new Piece("In $O(n^2)$ steps, 50\\% less.", Mark.PLAIN)),
                    new Explanation(0.5, List.of()));

    @Test
    void aTerminalReadsUnicodeWhereTheAuthorsWroteLatex() {
        assertThat(SearchCommand.text(1, HIT, Style.PLAIN))
                .contains("*Fréchet* distance", "In O(n²) steps, 50% less.")
                .doesNotContain("\\");
    }

    @Test
    void aTerminalShowsWhatWasFoundInBold() {
        assertThat(SearchCommand.text(1, HIT, Style.TERMINAL))
                .contains("\u001B[1mFréchet\u001B[0m distance");
    }
}
