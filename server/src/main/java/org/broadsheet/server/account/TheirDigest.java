package org.broadsheet.server.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.MailAddress;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.SubscriptionStore;
import org.broadsheet.server.round.Terms;

/// The digest that goes to a reader's confirmed address: it ends with the account, and all that went
/// out by it is forgotten.
public final class TheirDigest implements Theirs {
    private final CredentialStore credentials;
    private final SubscriptionStore subscriptions;
    private final MailingStore mailings;
    private final Clock clock;

    public TheirDigest(
            CredentialStore credentials,
            SubscriptionStore subscriptions,
            MailingStore mailings,
            Clock clock) {
        this.credentials = credentials;
        this.subscriptions = subscriptions;
        this.mailings = mailings;
        this.clock = clock;
    }

    /// @param when in words
    record Line(
            String address,
            String state,
            String when,
            List<String> categories,
            List<String> keywords,
            int most) {}

    @Override
    public String what() {
        return "digest";
    }

    @Override
    public List<Line> of(ReaderId reader) {
        return subscription(reader).stream()
                .map(it ->
                        new Line(
                                it.address().value(),
                                it.state().name(),
                                Terms.of(it.preferences().cadence()),
                                it.preferences().categories(),
                                it.preferences().keywords(),
                                it.preferences().most()))
                .toList();
    }

    @Override
    public void leaves(ReaderId reader) {
        subscription(reader)
                .ifPresent(it -> {
                    subscriptions.end(it.id(), clock.instant());
                    mailings.withdraw(it.id(), clock.instant());
                    mailings.forget(it.id());
                    subscriptions.forget(it.address());
                });
    }

    private Optional<Subscription> subscription(ReaderId reader) {
        return Optional.of(credentials.of(reader).address())
                .filter(address -> !address.isEmpty())
                .flatMap(address -> subscriptions.at(new MailAddress(address)));
    }
}
