package org.broadsheet.server.account;

import java.time.Instant;
import java.util.List;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.vote.VoteStore;
import org.jspecify.annotations.Nullable;

/// Votes on papers: removed with their reader, and every order rebuilt without them.
public final class TheirVotes implements Theirs {
    private final VoteStore votes;

    public TheirVotes(VoteStore votes) {
        this.votes = votes;
    }

    record Line(String paper, Instant castAt, Instant countsFrom, @Nullable Instant withdrawnAt) {}

    @Override
    public String what() {
        return "votes";
    }

    @Override
    public List<Line> of(ReaderId reader) {
        return votes.by(reader).stream()
                .map(vote ->
                        new Line(
                                vote.paper().value(),
                                vote.castAt(),
                                vote.countsFrom(),
                                vote.withdrawnAt()))
                .toList();
    }

    @Override
    public void leaves(ReaderId reader) {
        votes.remove(reader);
    }
}
