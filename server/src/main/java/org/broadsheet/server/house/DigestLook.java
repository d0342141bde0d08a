package org.broadsheet.server.house;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.config.Settings;
import org.broadsheet.server.round.DigestHtml;
import org.broadsheet.server.round.DigestLetters.Look;
import org.broadsheet.storage.Storage;

/// How a house's digests look: with its name, its address, and what its lab found.
final class DigestLook {
    private DigestLook() {}

    static Look of(Storage storage, Settings settings, Laboratory lab) {
        String site =
                settings.outside().address().isPresent()
                        ? settings.outside().site()
                        : "http://localhost:" + settings.port();
        return new Look(
                () -> storage.house().now().name(),
                () -> site,
                papers -> runs(papers, lab),
                new DigestHtml());
    }

    private static Map<PaperId, String> runs(Collection<PaperId> papers, Laboratory lab) {
        Map<PaperId, String> told = new HashMap<>();
        lab.standing(papers)
                .forEach((paper, run) -> {
                    var verdicts = lab.summary(run).verdicts();
                    long held = verdicts.stream().filter(one -> one == Verdict.REPRODUCED).count();
                    told.put(paper, "Runs: %d of %d claims hold".formatted(held, verdicts.size()));
                });
        return told;
    }
}
