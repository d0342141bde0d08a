package org.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.contract.Fixtures.ADA;
import static org.broadsheet.contract.Fixtures.NOW;
import static org.broadsheet.contract.Fixtures.WILD;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Act;
import org.broadsheet.moderation.AuditLog.Entry;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Subject;
import org.junit.jupiter.api.Test;

/// Keeping the log of who did what.
public interface AuditLogContract extends OverStorage {
    private AuditLog audit() {
        return storage().audit();
    }

    private static Act act(Kind kind, int minute) {
        return new Act(
                NOW.plusSeconds(60L * minute),
                kind,
                ADA,
                "192.0.2." + minute,
                "hid",
                Subject.of("comment c" + minute),
                "why " + minute);
    }

    private List<Entry> all() {
        return audit().before(AuditLog.END, EnumSet.allOf(Kind.class), 100);
    }

    @Test
    default void anEmptyLogHasNoEntries() {
        assertThat(all()).isEmpty();
        assertThat(audit().forgetAddresses(NOW)).isZero();
    }

    @Test
    default void anActComesBackAsItWasWritten() {
        Act ofSomebody =
                new Act(NOW, Kind.PUBLIC, ADA, "::1", WILD, new Subject("paper", "x"), WILD);
        Act ofNobody =
                new Act(NOW, Kind.PRIVATE, null, "", "removed", new Subject("reader", "y"), "");
        audit().append(ofSomebody);
        audit().append(ofNobody);
        assertThat(all()).containsExactly(new Entry(2, ofNobody), new Entry(1, ofSomebody));
    }

    @Test
    default void theLogReadsPageByPageFromItsEnd() {
        for (int i = 1; i <= 5; i++) {
            audit().append(act(i % 2 == 0 ? Kind.PUBLIC : Kind.PRIVATE, i));
        }
        assertThat(audit().before(AuditLog.END, EnumSet.allOf(Kind.class), 2))
                .extracting(Entry::number)
                .containsExactly(5L, 4L);
        assertThat(audit().before(4, EnumSet.allOf(Kind.class), 2))
                .extracting(Entry::number)
                .containsExactly(3L, 2L);
        assertThat(audit().before(AuditLog.END, Set.of(Kind.PUBLIC), 10))
                .extracting(Entry::number)
                .containsExactly(4L, 2L);
        assertThat(audit().before(AuditLog.END, Set.of(Kind.PRIVATE), 10)).hasSize(3);
        assertThat(audit().before(AuditLog.END, Set.of(), 10)).isEmpty();
        assertThat(audit().before(1, EnumSet.allOf(Kind.class), 10)).isEmpty();
        assertThat(audit().before(AuditLog.END, EnumSet.allOf(Kind.class), 0)).isEmpty();
    }

    @Test
    default void everyKindIsFoundByItselfAndWithOthers() {
        for (Kind kind : Kind.values()) {
            audit().append(act(kind, kind.ordinal() + 1));
        }
        for (Kind kind : Kind.values()) {
            assertThat(audit().before(AuditLog.END, Set.of(kind), 10))
                    .extracting(entry -> entry.act().kind())
                    .containsExactly(kind);
        }
        assertThat(audit().before(AuditLog.END, Set.of(Kind.SIGN_IN, Kind.OPERATOR), 10))
                .extracting(entry -> entry.act().kind())
                .containsExactly(Kind.OPERATOR, Kind.SIGN_IN);
        assertThat(all()).hasSize(Kind.values().length);
    }

    @Test
    default void oldAddressesAreForgottenAndNothingElse() {
        audit().append(act(Kind.PRIVATE, 1));
        audit().append(act(Kind.PRIVATE, 2));
        assertThat(audit().forgetAddresses(act(Kind.PRIVATE, 2).at())).isEqualTo(1);
        assertThat(audit().forgetAddresses(act(Kind.PRIVATE, 2).at())).isZero();
        assertThat(all()).extracting(entry -> entry.act().from()).containsExactly("192.0.2.2", "");
        assertThat(all()).extracting(entry -> entry.act().note()).containsExactly("why 2", "why 1");
    }

    @Test
    default void actsAtOnceAreNumberedWithoutGaps() {
        Together.run(
                8,
                i ->
                        () -> {
                            audit().append(act(Kind.PUBLIC, i));
                            return i;
                        });
        assertThat(all()).extracting(Entry::number).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }
}
