package org.broadsheet.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.paper.PaperId;

/// Makes votes of different days comparable: each paper's logarithm of one more than its votes, as
/// standard deviations from the mean of its day.
public final class Gains {
    private Gains() {}

    /// @param votes those of all papers of one day
    /// @return empty where votes tell no paper from another
    public static Map<PaperId, Double> ofDay(Map<PaperId, Long> votes) {
        double sum = 0;
        double squares = 0;
        for (long count : votes.values()) {
            double value = Math.log1p(count);
            sum += value;
            squares += value * value;
        }
        double mean = sum / Math.max(1, votes.size());
        double deviation =
                Math.sqrt(Math.max(0, squares / Math.max(1, votes.size()) - mean * mean));
        Map<PaperId, Double> gains = new LinkedHashMap<>();
        if (deviation > 1e-9) {
            votes.forEach(
                    (paper, count) -> gains.put(paper, (Math.log1p(count) - mean) / deviation));
        }
        return gains;
    }
}
