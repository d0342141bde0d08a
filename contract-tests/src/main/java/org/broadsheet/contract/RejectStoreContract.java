package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;

import java.util.List;
import org.broadsheet.source.Reject;
import org.broadsheet.source.RejectStore;
import org.junit.jupiter.api.Test;

/// Keeping records that were set aside.
public interface RejectStoreContract extends OverStorage {
    private RejectStore rejects() {
        return storage().rejects();
    }

    private static Reject reject(String place, String raw, int minute) {
        return new Reject("a file", place, "no title", raw, NOW.plusSeconds(60L * minute));
    }

    @Test
    default void anEmptyStoreHasNoRejects() {
        assertThat(rejects().count()).isZero();
        assertThat(rejects().latest(10)).isEmpty();
        rejects().keep(List.of());
    }

    @Test
    default void aRejectComesBackAsItWasSetAside() {
        Reject reject = new Reject(WILD, "line 1", WILD, WILD + "\n\t" + WILD, NOW);
        rejects().keep(List.of(reject));
        assertThat(rejects().latest(10)).containsExactly(reject);
    }

    @Test
    default void theLatestStandFirstUpToTheLimit() {
        rejects().keep(List.of(reject("a", "1", 1), reject("b", "2", 3), reject("c", "3", 2)));
        assertThat(rejects().latest(2)).extracting(Reject::place).containsExactly("b", "c");
        assertThat(rejects().latest(0)).isEmpty();
        assertThat(rejects().count()).isEqualTo(3);
    }

    @Test
    default void rejectsOfOneMomentStandBySourceAndPlace() {
        rejects().keep(List.of(reject("b", "1", 0), reject("a", "2", 0)));
        assertThat(rejects().latest(10)).extracting(Reject::place).containsExactly("a", "b");
    }

    @Test
    default void theSameRecordAgainReplacesTheOlder() {
        rejects().keep(List.of(reject("a", "raw", 0)));
        Reject again = new Reject("a file", "a", "another reason", "raw", NOW.plusSeconds(9));
        rejects().keep(List.of(again));
        assertThat(rejects().latest(10)).containsExactly(again);
        assertThat(rejects().count()).isEqualTo(1);
    }

    @Test
    default void oneCallMayNameARecordTwice() {
        rejects().keep(List.of(reject("a", "raw", 0), reject("a", "raw", 1)));
        assertThat(rejects().latest(10)).containsExactly(reject("a", "raw", 1));
    }

    @Test
    default void otherTextAtTheSamePlaceIsAnotherRecord() {
        rejects().keep(List.of(reject("a", "raw", 0), reject("a", "other", 0)));
        assertThat(rejects().count()).isEqualTo(2);
    }

    @Test
    default void whatIsRemovedIsForgottenAndTheRestStays() {
        Reject seen = reject("a", "raw", 0);
        Reject other = reject("a", "other", 0);
        rejects().keep(List.of(seen, other));
        rejects().remove(List.of(seen, reject("never", "kept", 0)));
        rejects().remove(List.of());
        assertThat(rejects().latest(10)).containsExactly(other);
    }

    @Test
    default void rawTextIsCutAtItsLimit() {
        rejects().keep(List.of(reject("a", "x".repeat(Reject.MOST_RAW + 1), 0)));
        assertThat(rejects().latest(1).getFirst().raw()).hasSize(Reject.MOST_RAW);
    }

    @Test
    default void textThatNoDatabaseHoldsIsSetAsideAllTheSame() {
        Reject broken = reject("a\0b", "NUL \0, half an emoji \uD83D, control \u0001\u001B", 0);
        rejects().keep(List.of(broken));
        rejects().keep(List.of(broken));
        assertThat(rejects().count()).isEqualTo(1);
        assertThat(rejects().latest(1).getFirst().raw()).startsWith("NUL ").contains("control");
    }
}
