package org.broadsheet.server.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.moderation.Decision;
import org.broadsheet.moderation.Moderated;
import org.broadsheet.moderation.Subject;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.server.web.page.Addresses;

/// Knows what subjects are and where they stand. Papers are known here and cannot be hidden; each
/// other kind has somebody who answers for it.
public final class SubjectLooks {
    private final PaperStore papers;
    private final Map<String, Moderated> byKind;

    public SubjectLooks(PaperStore papers, List<Moderated> kinds) {
        this.papers = papers;
        this.byKind =
                kinds.stream().collect(Collectors.toMap(Moderated::kind, Function.identity()));
    }

    Optional<Moderated.Look> of(Subject subject) {
        if (subject.kind().equals("paper")) {
            return PaperId.candidates(subject.id()).stream()
                    .findFirst()
                    .flatMap(papers::get)
                    .map(paper -> new Moderated.Look(paper.title(), Addresses.paper(paper.id())));
        }
        return Optional.ofNullable(byKind.get(subject.kind())).flatMap(it -> it.look(subject));
    }

    boolean canHide(Subject subject) {
        return byKind.containsKey(subject.kind());
    }

    boolean hide(Subject subject, Decision decision) {
        Moderated kind = byKind.get(subject.kind());
        return kind != null && kind.hide(subject, decision);
    }
}
