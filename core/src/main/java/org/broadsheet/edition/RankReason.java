package org.broadsheet.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says in a sentence why a paper stands where it stands.
final class RankReason {
    /// One way to word it.
    interface Wording {
        String of(int rank, Candidate candidate, double points);
    }

    private RankReason() {}

    static String votes(int rank, Candidate candidate, double points) {
        return "No. %d by votes: %s; then %s, then the earlier submission."
                .formatted(rank, votesOf(candidate), comments(candidate.standing().comments()));
    }

    static String trending(int rank, Candidate candidate, double points) {
        return String.format(
                Locale.ROOT,
                "No. %d by recent votes: %s, worth %.2f now; a vote counts half after 36 working hours.",
                rank,
                votesOf(candidate),
                points);
    }

    private static String votesOf(Candidate candidate) {
        List<String> parts = new ArrayList<>();
        parts.add(count(candidate.standing().ownVotes(), "vote") + " here");
        candidate.imported().stream()
                .filter(tally -> tally.kind() == Tally.Kind.VOTES && tally.count() > 0)
                .map(tally -> "%,d at %s".formatted(tally.count(), tally.origin()))
                .sorted()
                .forEach(parts::add);
        return String.join(" and ", parts);
    }

    private static String comments(long comments) {
        return comments == 0 ? "comments (none)" : count(comments, "comment");
    }

    private static String count(long n, String noun) {
        return n == 0 ? "no " + noun + "s" : n == 1 ? "1 " + noun : "%,d %ss".formatted(n, noun);
    }
}
