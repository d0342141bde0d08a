package org.broadsheet.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.account.MailAddress;

/// What follows from mail that came back. An address that will never work is not written to again;
/// one whose mail comes back for now is, until that happened [#MOST_SOFT] times with less than
/// [#SOFT_COUNTS] between them; whoever complains is not written to again.
public final class Bouncing {
    static final int MOST_SOFT = 5;
    static final Duration SOFT_COUNTS = Duration.ofDays(30);

    private final DeliveryLedger ledger;
    private final SuppressionStore suppressions;
    private final Clock clock;

    public Bouncing(DeliveryLedger ledger, SuppressionStore suppressions, Clock clock) {
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /// A delivery that a server had taken came back for good.
    ///
    /// @param name of the delivery
    /// @param note what the report says
    /// @return whether there is such a delivery and it had not come back before
    public boolean cameBack(String name, StatusCode status, String note) {
        Instant now = clock.instant();
        Optional<Delivery> delivery = ledger.find(name);
        boolean isNews = delivery.isPresent() && ledger.bounced(delivery.get().id(), note, now);
        if (isNews) {
            count(delivery.get().address(), status.isHard());
        }
        return isNews;
    }

    /// A server refused a delivery at once.
    ///
    /// @param reason its words
    void refused(MailAddress address, String reason) {
        count(address, StatusCode.in(reason).filter(StatusCode::isHard).isPresent());
    }

    private void count(MailAddress address, boolean isHard) {
        Instant now = clock.instant();
        if (isHard || suppressions.countSoft(address, now.minus(SOFT_COUNTS), now) >= MOST_SOFT) {
            suppressions.suppress(address, Suppression.Reason.BOUNCED, now);
        }
    }

    /// Whoever got the delivery told their provider that it is unwanted.
    ///
    /// @return whether there is such a delivery
    public boolean complained(String name) {
        Optional<Delivery> delivery = ledger.find(name);
        delivery.ifPresent(it ->
                suppressions.suppress(
                        it.address(), Suppression.Reason.COMPLAINED, clock.instant()));
        return delivery.isPresent();
    }
}
