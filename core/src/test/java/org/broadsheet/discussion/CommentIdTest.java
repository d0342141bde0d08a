package org.broadsheet.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CommentIdTest {
    private static final Instant NOON = Instant.parse("2025-11-07T12:00:00Z");

    @Property(tries = 500)
    void thoseOfLaterMomentsAreLarger(
            @ForAll @LongRange(max = 4_000_000_000_000L) long millis,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long more,
            @ForAll long seed) {
        Random random = new Random(seed);
        CommentId earlier = CommentId.at(Instant.ofEpochMilli(millis), random);
        CommentId later = CommentId.at(Instant.ofEpochMilli(millis + more), random);
        assertThat(earlier).isLessThan(later);
    }

    @Test
    void thoseOfOneMomentDiffer() {
        Random random = new Random(1);
        Set<CommentId> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ids.add(CommentId.at(NOON, random));
        }
        assertThat(ids).hasSize(1_000);
    }

    @Test
    void whatIsNoneIsNamedWithWhatIsAccepted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommentId("../../etc/passwd"))
                .withMessageContaining("\"../../etc/passwd\"")
                .withMessageContaining(CommentId.ACCEPTED);
        assertThat(CommentId.isOne("06AY2V3K0R9M4Q1X7C5T")).isFalse();
        assertThat(CommentId.isOne("06ay2v3k0r9m4q1x7c5t")).isTrue();
    }
}
