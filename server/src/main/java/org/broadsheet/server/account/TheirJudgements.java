package org.broadsheet.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.discussion.CommentVoteStore;
import org.broadsheet.reader.ReaderId;

/// Votes on comments: removed with their reader.
public final class TheirJudgements implements Theirs {
    private final CommentVoteStore votes;

    public TheirJudgements(CommentVoteStore votes) {
        this.votes = votes;
    }

    record Line(String comment, String judgement, Instant castAt) {}

    @Override
    public String what() {
        return "votes on comments";
    }

    @Override
    public List<Line> of(ReaderId reader) {
        return votes.by(reader).stream()
                .map(vote ->
                        new Line(
                                vote.comment().toString(),
                                vote.judgement().name().toLowerCase(Locale.ROOT),
                                vote.castAt()))
                .toList();
    }

    @Override
    public void leaves(ReaderId reader) {
        votes.forget(reader);
    }
}
