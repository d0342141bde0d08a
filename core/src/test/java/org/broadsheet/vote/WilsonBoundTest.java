package org.broadsheet.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WilsonBoundTest {
    @Test
    void theBoundOfOneVoteOfOneFollowsFromTheFormula() {
        double z2 = WilsonBound.Z * WilsonBound.Z;

        // with p = n = 1 the formula shrinks to 1 / (1 + z²)
        assertThat(WilsonBound.lower(1, 1)).isCloseTo(1 / (1 + z2), within(1e-12));
    }

    @Test
    void nineteenOfTwentySaysMoreThanOneOfOne() {
        assertThat(WilsonBound.lower(19, 20)).isGreaterThan(WilsonBound.lower(1, 1));
    }

    @Property
    void theBoundLiesBetweenNothingAndTheShare(
            @ForAll @IntRange(max = 500) int up, @ForAll @IntRange(max = 500) int down) {
        double bound = WilsonBound.lower(up, (long) up + down);

        assertThat(bound).isBetween(0.0, up + down == 0 ? 0.0 : (double) up / (up + down));
    }

    @Property
    void oneMoreVoteInFavourNeverLowersTheBound(
            @ForAll @IntRange(max = 500) int up, @ForAll @IntRange(max = 500) int down) {
        assertThat(WilsonBound.lower(up + 1, up + 1L + down))
                .isGreaterThanOrEqualTo(WilsonBound.lower(up, (long) up + down));
    }

    @Test
    void moreInFavourThanAllIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WilsonBound.lower(3, 2))
                .withMessageContaining("must be 0 to all (2), got 3");
    }
}
