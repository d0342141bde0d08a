package org.broadsheet.benchmarks.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.benchmarks.RealDay;
import org.broadsheet.benchmarks.RealRecord;
import org.broadsheet.contract.SharedData;
import org.broadsheet.enrichment.Keywords;
import org.junit.jupiter.api.Test;

/// On days that nothing was learned from, keywords and extracts must be worth more than their
/// baselines, with the whole interval.
class JudgementTest {
    @Test
    void keywordsOfLaterDaysBeatTfIdf() {
        Judgement judgement = judgement();
        List<RealRecord> records = Judgement.texts(Judgement.earlier(days()));
        List<KeywordScore> ours = judgement.ours(Keywords.COUNT);
        for (int longest = 1; longest <= TfIdf.LONGEST; longest++) {
            List<KeywordScore> theirs =
                    judgement.of(judgement.tfIdf(records, longest), Keywords.COUNT);
            assertThat(Judgement.lead(ours, theirs, KeywordScore::f1).low())
                    .as("over tf-idf of up to %d words", longest)
                    .isGreaterThan(0.1);
        }
    }

    @Test
    void theExtractsOfLaterDaysBeatFirstSentences() {
        Judgement judgement = judgement();
        List<Rouge> ours = judgement.extracts();
        List<Rouge> first = judgement.firstSentences();
        assertThat(Judgement.lead(ours, first, Rouge::one).low()).isPositive();
        assertThat(Judgement.lead(ours, first, Rouge::two).low()).isPositive();
        assertThat(Judgement.lead(ours, first, Rouge::l).low()).isPositive();
    }

    private static Judgement judgement() {
        return new Judgement(Judgement.later(days()));
    }

    private static List<RealDay> days() {
        return RealDay.all(SharedData.require("daily"));
    }
}
