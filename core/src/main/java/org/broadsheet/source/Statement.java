package org.broadsheet.source;

import java.util.List;
import java.util.Set;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;

/// What one record of a source says of one paper: its facts, the editions it was put into, and what
/// was counted for it. All parts carry the [Naming#likeliest] id until the paper is settled.
///
/// @param aliases the other ids under which the record says that the paper is known
public record Statement(
        Naming naming,
        Paper paper,
        List<Submission> submissions,
        List<Tally> tallies,
        Set<PaperId> aliases)
        implements Reading {
    public Statement {
        submissions = List.copyOf(submissions);
        tallies = List.copyOf(tallies);
        aliases = Set.copyOf(aliases);
    }

    /// A record that knows the paper under one id.
    public Statement(
            Naming naming, Paper paper, List<Submission> submissions, List<Tally> tallies) {
        this(naming, paper, submissions, tallies, Set.of());
    }

    /// The same about the paper with that id.
    public Statement about(PaperId id) {
        if (paper.id().equals(id)) {
            return new Statement(new Naming.Exact(id), paper, submissions, tallies, aliases);
        }
        return new Statement(
                new Naming.Exact(id),
                paper.withId(id),
                submissions.stream().map(one -> about(id, one)).toList(),
                tallies.stream().map(one -> about(id, one)).toList(),
                aliases);
    }

    private static Submission about(PaperId id, Submission one) {
        return new Submission(id, one.day(), one.at(), one.submitter(), one.origin());
    }

    private static Tally about(PaperId id, Tally one) {
        return new Tally(id, one.kind(), one.origin(), one.count(), one.at());
    }
}
