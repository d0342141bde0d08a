package org.broadsheet.server.web.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Stated;
import org.broadsheet.lab.report.Finding;
import org.broadsheet.lab.report.Report;
import org.broadsheet.server.trial.coin.CoinRun;
import org.junit.jupiter.api.Test;

class ReportPartsTest {
    @Test
    void whatThePaperDoesNotSayIsNoEvidenceForIt() throws Exception {
        Report report = CoinRun.full().report();
        Finding theirs = report.findings().getFirst();
        Claim claim = theirs.claim();
        Claim ours =
                new Claim("ours", "We say so.", new Stated.Nowhere(), claim.checks(), claim.note());
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.addFirst(new Finding(ours, theirs.verdict(), theirs.outcomes()));

        var evidence = ReportParts.evidence(withFindings(report, findings)).orElseThrow();

        assertThat(evidence.claim().says()).isEqualTo(claim.says());
        assertThat(ReportParts.evidence(withFindings(report, findings.subList(0, 1)))).isEmpty();
    }

    private static Report withFindings(Report report, List<Finding> findings) {
        return new Report(
                report.run(),
                report.paper(),
                report.about(),
                report.parameters(),
                report.setting(),
                findings,
                report.metrics(),
                report.exhibits(),
                report.files(),
                report.log(),
                report.provenance());
    }
}
