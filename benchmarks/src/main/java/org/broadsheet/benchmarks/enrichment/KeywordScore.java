package org.broadsheet.benchmarks.enrichment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.enrichment.Phrases;

/// How keywords meet those of the page. Two are the same when all their words have the same stems
/// in the same order; capitals and hyphens do not count.
record KeywordScore(double precision, double recall) {
    static KeywordScore of(List<String> picked, List<String> wanted) {
        Set<String> ours = keys(picked);
        Set<String> theirs = keys(wanted);
        long shared = ours.stream().filter(theirs::contains).count();
        return new KeywordScore(
                ours.isEmpty() ? 0 : (double) shared / ours.size(),
                theirs.isEmpty() ? 0 : (double) shared / theirs.size());
    }

    static Set<String> keys(List<String> keywords) {
        Set<String> keys = new HashSet<>();
        keywords.stream().map(Phrases::key).filter(key -> !key.isEmpty()).forEach(keys::add);
        return keys;
    }

    double f1() {
        double sum = precision + recall;
        return sum == 0 ? 0 : 2 * precision * recall / sum;
    }
}
