package org.broadsheet.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// This is the one table of what readers send and how often is accepted: far more than a person
/// does by hand, far less than a program would. What an address may is several times what an
/// account may, since many people share one. `docs/moderation.md` has the same table.
public enum Allowance {
    VOTE("votes on papers", Counter.NODE, account(minute(120)), address(minute(1_200))),
    JUDGEMENT("votes on comments", Counter.NODE, account(minute(120)), address(minute(1_200))),
    COMMENT(
            "comments",
            Counter.HOUSE,
            account(minutes(10, 10), day(100)),
            address(minutes(100, 10), day(1_000))),
    EDIT(
            "changes of comments",
            Counter.HOUSE,
            account(minutes(30, 10), day(300)),
            address(minutes(300, 10), day(3_000))),
    REPORT("reports", Counter.HOUSE, account(hour(10), day(30)), address(hour(100), day(300))),
    INVITATION(
            "invitations",
            Counter.HOUSE,
            account(hour(30), day(100)),
            address(hour(300), day(1_000))),
    PASSKEY(
            "steps with a passkey",
            Counter.HOUSE,
            account(minutes(60, 15)),
            address(minutes(300, 15))),
    OPENID(
            "steps with an identity from elsewhere",
            Counter.HOUSE,
            account(minutes(60, 15)),
            address(minutes(300, 15))),
    FETCH(
            "papers brought in",
            Counter.HOUSE,
            account(minutes(20, 10), day(200)),
            address(minutes(200, 10), day(2_000))),
    EXPORT("exports of an account", Counter.HOUSE, account(hour(10)), address(hour(100)));

    /// Who counts.
    public enum Counter {
        /// The store, for all nodes together.
        HOUSE,
        /// Each node for itself, in memory: what must not cost a committed write.
        NODE
    }

    private final String what;
    private final Counter counter;
    private final List<Limit> ofAccount;
    private final List<Limit> ofAddress;

    Allowance(String what, Counter counter, Limit[] ofAccount, Limit[] ofAddress) {
        this.what = what;
        this.counter = counter;
        this.ofAccount = List.of(ofAccount);
        this.ofAddress = List.of(ofAddress);
    }

    /// In words, many of it: `votes on papers`.
    public String what() {
        return what;
    }

    public Counter counter() {
        return counter;
    }

    /// What one account may, whatever address it comes from.
    public List<Limit> ofAccount() {
        return ofAccount;
    }

    /// What all may together who come from one address.
    public List<Limit> ofAddress() {
        return ofAddress;
    }

    /// What one limit of an account or an address is counted under.
    public String kind(Limit limit) {
        return name().toLowerCase(Locale.ROOT) + "-" + limit.within().toSeconds();
    }

    private static Limit[] account(Limit... limits) {
        return Arrays.copyOf(limits, limits.length);
    }

    private static Limit[] address(Limit... limits) {
        return Arrays.copyOf(limits, limits.length);
    }

    private static Limit minute(int most) {
        return minutes(most, 1);
    }

    private static Limit minutes(int most, int minutes) {
        return new Limit(most, Duration.ofMinutes(minutes));
    }

    private static Limit hour(int most) {
        return new Limit(most, Duration.ofHours(1));
    }

    private static Limit day(int most) {
        return new Limit(most, Duration.ofDays(1));
    }
}
