package org.broadsheet.editor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.edition.EditionClock;
import org.broadsheet.edition.EditionFacts;
import org.broadsheet.edition.Overrule;
import org.broadsheet.edition.Pick;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.PaperId;

/// Where a curator decides about the open day's edition. A decision stands at once and stays,
/// whatever the editor thinks; one about a day that has closed cannot be made.
public final class Desk {
    private final EditionFacts facts;
    private final Editing editing;
    private final EditionClock editionClock;
    private final Clock clock;

    public Desk(EditionFacts facts, Editing editing, EditionClock editionClock, Clock clock) {
        this.facts = facts;
        this.editing = editing;
        this.editionClock = editionClock;
        this.clock = clock;
    }

    /// How a paper stands to the open day's edition.
    public enum Standing {
        /// The editor picked it.
        PICKED,
        /// A curator put it in, or keeps the editor from taking it back.
        PUT_IN,
        /// A curator took it out.
        TAKEN_OUT,
        /// A reader or a source submitted it.
        SUBMITTED,
        ABSENT
    }

    /// The day that is open now.
    public LocalDate day() {
        return editionClock.day(clock.instant());
    }

    public Standing of(PaperId paper) {
        LocalDate day = day();
        Optional<Overrule> decided =
                facts.picks().overrules(day, day).stream()
                        .filter(one -> one.paper().equals(paper))
                        .findFirst();
        Optional<Submission> made =
                facts.editions().of(paper).stream()
                        .filter(one -> one.day().equals(day))
                        .findFirst();
        boolean isOurs =
                made.map(Submission::origin)
                        .filter(origin ->
                                origin.equals(Pick.By.EDITOR.origin())
                                        || origin.equals(Pick.By.CURATOR.origin()))
                        .isPresent();
        if (made.isPresent() && !isOurs) {
            return Standing.SUBMITTED;
        }
        if (decided.isPresent()) {
            return decided.get().kind() == Overrule.Kind.IN ? Standing.PUT_IN : Standing.TAKEN_OUT;
        }
        return isOurs ? Standing.PICKED : Standing.ABSENT;
    }

    /// Puts the paper into the open day's edition, or takes it out. What a reader or a source
    /// submitted stays in. An unknown paper throws `IllegalArgumentException`.
    ///
    /// @param by the curator's name as it is shown
    public void decide(PaperId paper, Overrule.Kind kind, String by) {
        facts.picks().overrule(new Overrule(day(), paper, kind, by, clock.instant()));
        editing.now();
    }

    /// Leaves the paper to the editor again.
    public void leave(PaperId paper) {
        facts.picks().restore(day(), paper);
        editing.now();
    }

    /// The decisions about the open day, earliest first.
    public List<Overrule> decisions() {
        return facts.picks().overrules(day(), day());
    }
}
