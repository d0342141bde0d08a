package org.broadsheet.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.discussion.CommentVote.Judgement.HELPFUL;
import static org.broadsheet.discussion.CommentVote.Judgement.NOT_HELPFUL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.discussion.CommentVote.Judgement;
import org.broadsheet.discussion.Talk.Turn;
import org.broadsheet.paper.PaperId;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static final Instant NOON = Instant.parse("2025-11-07T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3_600);
    private static final PaperId PAPER = PaperId.of("2511.00001");
    private static final ReaderId ADA = new ReaderId("ada");

    private final List<Comment> comments = new ArrayList<>();
    private final List<CommentVote> votes = new ArrayList<>();

    @Test
    void answersStandUnderWhatTheyAnswer() {
        say(1);
        say(2);
        answer(3, 1);
        answer(4, 3);
        assertThat(order()).containsExactly(1, 3, 4, 2);
        assertThat(turns()).extracting(Turn::depth).containsExactly(0, 1, 2, 0);
        assertThat(turns()).extracting(Turn::replies).containsExactly(1, 1, 0, 0);
    }

    @Test
    void theMoreHelpfulStandsFirstAmongThoseThatAnswerTheSame() {
        say(1);
        say(2);
        say(3);
        judge(2, HELPFUL, 3);
        judge(1, HELPFUL, 3);
        judge(1, NOT_HELPFUL, 4);
        assertThat(order()).containsExactly(2, 1, 3);
    }

    @Test
    void oneVoteOfOneSaysLessThanNineteenOfTwenty() {
        say(1);
        say(2);
        judge(1, HELPFUL, 1);
        judge(2, HELPFUL, 19);
        judge(2, NOT_HELPFUL, 1);
        assertThat(order()).containsExactly(2, 1);
    }

    @Test
    void withoutVotesTheEarlierStandsFirst() {
        say(3);
        say(1);
        say(2);
        assertThat(order()).containsExactly(1, 2, 3);
    }

    @Test
    void anAnswerNeverLeavesTheCommentThatItAnswers() {
        say(1);
        say(2);
        answer(3, 2);
        judge(3, HELPFUL, 9);
        assertThat(order()).containsExactly(1, 2, 3);
    }

    @Test
    void aVoteThatWasTakenBackOrCameLaterDoesNotCount() {
        say(1);
        votes.add(new CommentVote(new ReaderId("a"), id(1), HELPFUL, NOON, LATER));
        votes.add(new CommentVote(new ReaderId("b"), id(1), HELPFUL, LATER.plusSeconds(1), null));
        assertThat(turns().getFirst().helpful()).isEqualTo(Talk.Helpful.NONE);
    }

    @Test
    void answersBelowTheDeepestStandAtItAndSayWhatTheyAnswer() {
        say(1);
        for (int n = 2; n <= 8; n++) {
            answer(n, n - 1);
        }
        assertThat(order()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(turns()).extracting(Turn::depth).containsExactly(0, 1, 2, 3, 4, 4, 4, 4);
        assertThat(turns().get(4).answers()).isEmpty();
        assertThat(turns().get(5).answers()).contains(id(5));
    }

    @Test
    void aThreadOfTenThousandAnswersEachToTheLastIsRead() {
        say(1);
        for (int n = 2; n <= 10_000; n++) {
            answer(n, n - 1);
        }
        assertThat(turns()).hasSize(10_000);
        assertThat(turns().getLast().comment().id()).isEqualTo(id(10_000));
    }

    @Test
    void anAnswerWhoseParentIsElsewhereAnswersThePaper() {
        say(1);
        answer(2, 99);
        assertThat(turns()).extracting(Turn::depth).containsExactly(0, 0);
    }

    private List<Turn> turns() {
        return Talk.of(comments, votes, LATER);
    }

    private List<Integer> order() {
        return turns().stream().map(turn -> Integer.parseInt(turn.comment().id().value())).toList();
    }

    private static CommentId id(int n) {
        return new CommentId("%020d".formatted(n));
    }

    private void say(int n) {
        comments.add(comment(n, Optional.empty()));
    }

    private void answer(int n, int answered) {
        comments.add(comment(n, Optional.of(id(answered))));
    }

    private static Comment comment(int n, Optional<CommentId> parent) {
        return Comment.of(id(n), PAPER, parent, ADA, NOON.plusMillis(n), "Comment " + n);
    }

    private void judge(int n, Judgement judgement, int readers) {
        IntStream.range(0, readers)
                .mapToObj(i -> new ReaderId(judgement + "." + i))
                .map(reader -> new CommentVote(reader, id(n), judgement, NOON, null))
                .forEach(votes::add);
    }
}
