package org.broadsheet.server.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.Credentials;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Ticket;
import org.broadsheet.account.Ticket.Purpose;
import org.broadsheet.account.TicketStore;
import org.broadsheet.limit.Limit;
import org.broadsheet.mail.Outbox;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.storage.Storage;

/// What can be done with accounts, whatever shows it: joining, signing in with a password, proving
/// an address, setting a password anew, leaving. What is refused for a reason that its caller can
/// mend throws `IllegalArgumentException`; the message is for them.
public final class Accounts {
    /// Tries of one name, whoever makes them; the right password forgives them.
    static final Limit TRIES_OF_NAME = new Limit(10, Duration.ofMinutes(15));

    /// Tries from one address, for whatever names.
    static final Limit TRIES_FROM_ADDRESS = new Limit(50, Duration.ofMinutes(15));

    /// New accounts from one address.
    static final Limit JOINED_FROM_ADDRESS = new Limit(10, Duration.ofHours(1));

    /// Mails that one address, or one reader's address, can have sent.
    static final Limit MAILS = new Limit(5, Duration.ofHours(1));

    private final Storage storage;
    private final Passwords passwords;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<Theirs> theirs;

    /// @param theirs what readers leave in the house, taken back in this order
    public Accounts(
            Storage storage, Passwords passwords, Outbox outbox, Clock clock, List<Theirs> theirs) {
        this.storage = storage;
        this.passwords = passwords;
        this.outbox = outbox;
        this.clock = clock;
        this.theirs = List.copyOf(theirs);
    }

    /// What somebody typed to get an account.
    ///
    /// @param address empty for none
    public record Joining(String name, String shown, String password, String address) {}

    /// What came of trying a password.
    public sealed interface Tried {
        record Right(Reader reader) implements Tried {}

        /// The name or the password is wrong; nobody is told which.
        ///
        /// @param meant whose name it is, for the log alone
        record Wrong(Optional<ReaderId> meant) implements Tried {}

        /// @param untilNext how long until the next try
        record TooOften(Limit limit, Duration untilNext) implements Tried {}
    }

    /// Tries a password. Known and unknown names cost the same work and count alike.
    ///
    /// @param from the address that it comes from
    public Tried signIn(String name, String password, String from) {
        Instant now = clock.instant();
        String account = new Secret(name.toLowerCase(Locale.ROOT)).hash();
        if (!storage.limits().take("sign-in-from", from, TRIES_FROM_ADDRESS, now)) {
            return tooOften("sign-in-from", from, TRIES_FROM_ADDRESS, now);
        }
        if (!storage.limits().take("sign-in", account, TRIES_OF_NAME, now)) {
            return tooOften("sign-in", account, TRIES_OF_NAME, now);
        }
        Optional<Reader> reader = named(name);
        String hash = reader.map(it -> credentials().of(it.id()).password()).orElse("");
        if (!passwords.matches(password, hash) || reader.isEmpty()) {
            return new Tried.Wrong(reader.map(Reader::id));
        }
        storage.limits().forgive("sign-in", account);
        return new Tried.Right(reader.get());
    }

    private Tried tooOften(String kind, String key, Limit limit, Instant now) {
        return new Tried.TooOften(limit, storage.limits().untilNext(kind, key, limit, now));
    }

    /// The reader of that name or that confirmed address.
    private Optional<Reader> named(String typed) {
        String name = typed.strip();
        return name.contains("@")
                ? credentials().at(name).flatMap(storage.readers()::get)
                : storage.readers().named(name);
    }

    /// Whether the reader's password is this one. Counts as a try.
    public boolean isPasswordOf(Reader reader, String password, String from) {
        return signIn(reader.name(), password, from) instanceof Tried.Right;
    }

    /// Whether anybody has an account.
    public boolean areAny() {
        return storage.readers().count() > 0;
    }

    /// Makes an account where everybody may. It is new for a while: its votes count later.
    ///
    /// @param site the house's own address, for the link in the mail
    public Reader join(Joining typed, String from, String site) {
        takeJoining(from);
        checkJoining(typed);
        return join(reader(typed, Role.READER).uninvited(), typed, site);
    }

    private void takeJoining(String from) {
        if (!storage.limits().take("join", from, JOINED_FROM_ADDRESS, clock.instant())) {
            throw new IllegalArgumentException(
                    "too many accounts were made from your address; accepted are "
                            + JOINED_FROM_ADDRESS);
        }
    }

    /// Makes the first account of the house, an admin's.
    public Reader joinFirst(Joining typed, String site) {
        checkJoining(typed);
        Reader first = reader(typed, Role.ADMIN);
        if (!storage.readers().addFirst(first)) {
            throw new IllegalArgumentException(
                    "this house has accounts already; ask one of its admins for an invitation");
        }
        tickets().cancelAll(Purpose.FIRST);
        furnish(first, typed, site);
        return first;
    }

    /// Makes an account by an invitation, and uses it up.
    ///
    /// @param secret of the invitation
    public Reader joinInvited(Secret secret, Joining typed, String site) {
        checkJoining(typed);
        requireFree(typed.name());
        Ticket ticket =
                tickets()
                        .redeem(secret.hash(), Purpose.INVITATION, clock.instant())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the invitation was used or is over; ask for another"));
        return join(typed, Role.valueOf(ticket.about()), site);
    }

    /// Makes an account, as an operator does at the terminal.
    public Reader join(Joining typed, Role role, String site) {
        checkJoining(typed);
        return join(reader(typed, role), typed, site);
    }

    private Reader join(Reader reader, Joining typed, String site) {
        add(reader);
        furnish(reader, typed, site);
        return reader;
    }

    /// Makes an account whose reader sets the password by a link.
    public Reader joinWithoutPassword(String name, String shown, Role role) {
        return add(reader(new Joining(name, shown, "", ""), role));
    }

    private Reader add(Reader reader) {
        if (!storage.readers().add(reader)) {
            throw taken(reader.name());
        }
        return reader;
    }

    /// Makes an account for somebody whom an issuer elsewhere vouches for, without a password; it
    /// is as new as that of anybody else who lets themselves in.
    Reader joinFromElsewhere(String name, String shown, String from) {
        takeJoining(from);
        return add(reader(new Joining(name, shown, "", ""), Role.READER).uninvited());
    }

    private Reader reader(Joining typed, Role role) {
        String shown = typed.shown().isBlank() ? typed.name() : typed.shown();
        return Reader.joining(ReaderId.random(random), typed.name(), shown, role, clock.instant());
    }

    /// All that can be refused, before anything is used up.
    private void checkJoining(Joining typed) {
        reader(typed, Role.READER);
        passwords.require(typed.password(), typed.name());
        if (!typed.address().isBlank()) {
            new MailAddress(typed.address());
        }
    }

    private void requireFree(String name) {
        if (storage.readers().named(name).isPresent()) {
            throw taken(name);
        }
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException(
                "the name \"%s\" is taken; take another".formatted(name));
    }

    private void furnish(Reader reader, Joining typed, String site) {
        credentials().keepPassword(reader.id(), passwords.hash(typed.password()));
        if (!typed.address().isBlank()) {
            askToConfirm(reader, new MailAddress(typed.address()), site);
        }
    }

    /// Writes to an address for its reader to confirm it. Where it is another reader's, that reader
    /// is written to instead, and nobody here learns of it.
    ///
    /// @return false if too many were asked for
    public boolean askToConfirm(Reader reader, MailAddress address, String site) {
        if (!mayMail(address)) {
            return false;
        }
        credentials().await(reader.id(), address.value());
        Optional<ReaderId> holder = credentials().at(address.value());
        if (holder.isPresent() && !holder.get().equals(reader.id())) {
            outbox.hand(
                    Letters.alreadyYours(
                            address, storage.readers().get(holder.get()).orElseThrow(), site));
            return true;
        }
        tickets().cancel(reader.id(), Purpose.CONFIRM);
        Secret secret = issue(Purpose.CONFIRM, reader, address.value());
        outbox.hand(Letters.confirm(address, reader, site + "/confirm?token=" + secret.value()));
        return true;
    }

    private boolean mayMail(MailAddress address) {
        return storage.limits().take("mail-to", address.hash(), MAILS, clock.instant());
    }

    private Secret issue(Purpose purpose, Reader reader, String about) {
        Secret secret = Secret.random(random);
        tickets().issue(Ticket.of(secret, purpose, reader.id(), about, clock.instant()));
        return secret;
    }

    /// Makes the address that the secret was sent to its reader's own.
    ///
    /// @return the address; nothing if the secret was used or is over
    public Optional<String> confirm(Secret secret) {
        return tickets()
                .redeem(secret.hash(), Purpose.CONFIRM, clock.instant())
                .filter(it -> it.reader() != null && credentials().confirm(it.reader(), it.about()))
                .map(Ticket::about);
    }

    /// Writes to the address, if it is a reader's, how to set a new password. Says nothing either
    /// way.
    public void forgot(String typed, String from, String site) {
        MailAddress address = new MailAddress(typed);
        boolean isAllowed =
                storage.limits().take("forgot-from", from, TRIES_FROM_ADDRESS, clock.instant());
        if (!isAllowed || !mayMail(address)) {
            return;
        }
        credentials()
                .at(address.value())
                .flatMap(storage.readers()::get)
                .ifPresent(reader -> {
                    Secret secret = resetting(reader);
                    outbox.hand(
                            Letters.reset(
                                    address, reader, site + "/reset?token=" + secret.value()));
                });
    }

    /// A secret that sets the reader's password once; earlier ones end.
    public Secret resetting(Reader reader) {
        tickets().cancel(reader.id(), Purpose.RESET);
        return issue(Purpose.RESET, reader, "");
    }

    /// The reader whose password the secret may set, without using it up.
    public Optional<Reader> resettable(Secret secret) {
        return tickets().look(secret.hash(), Purpose.RESET, clock.instant()).flatMap(this::holder);
    }

    private Optional<Reader> holder(Ticket ticket) {
        return Optional.ofNullable(ticket.reader()).flatMap(storage.readers()::get);
    }

    /// Sets the password by a secret and signs the reader out everywhere.
    ///
    /// @return the reader; nothing if the secret was used or is over
    public Optional<Reader> reset(Secret secret, String password) {
        Optional<Reader> reader = resettable(secret);
        reader.ifPresent(it -> passwords.require(password, it.name()));
        return tickets()
                .redeem(secret.hash(), Purpose.RESET, clock.instant())
                .flatMap(this::holder)
                .map(it -> {
                    credentials().keepPassword(it.id(), passwords.hash(password));
                    storage.sessions().endAllBut(it.id(), "");
                    return it;
                });
    }

    /// Sets another password, signs the reader out everywhere else and tells them by mail.
    ///
    /// @param session the hash of the session that stays
    public void changePassword(Reader reader, String password, String session) {
        passwords.require(password, reader.name());
        credentials().keepPassword(reader.id(), passwords.hash(password));
        storage.sessions().endAllBut(reader.id(), session);
        tickets().cancel(reader.id(), Purpose.RESET);
        String address = credentials().of(reader.id()).address();
        if (!address.isEmpty()) {
            outbox.hand(Letters.passwordChanged(new MailAddress(address), reader));
        }
    }

    public Reader show(Reader reader, String shown) {
        return storage.readers()
                .change(reader.id(), it -> it.shownAs(shown))
                .orElseThrow(() -> new IllegalArgumentException("your account is gone"));
    }

    /// A secret by which somebody can make an account of that role.
    public Secret invite(Role role) {
        Secret secret = Secret.random(random);
        tickets().issue(Ticket.of(secret, Purpose.INVITATION, null, role.name(), clock.instant()));
        return secret;
    }

    public boolean isInvited(Secret secret) {
        return tickets().look(secret.hash(), Purpose.INVITATION, clock.instant()).isPresent();
    }

    /// Invites somebody by mail.
    ///
    /// @return the secret that the mail brings
    public Secret invite(Reader by, Role role, MailAddress address, String site) {
        Secret secret = invite(role);
        outbox.hand(Letters.invitation(address, by, site + "/invite/" + secret.value()));
        return secret;
    }

    public List<Ticket> invitations(int limit) {
        return tickets().open(Purpose.INVITATION, clock.instant(), limit);
    }

    /// @return whether it was open
    public boolean takeBack(String invitation) {
        return tickets().redeem(invitation, Purpose.INVITATION, clock.instant()).isPresent();
    }

    /// A code by which whoever reads it can make the first account; earlier ones end. Nothing where
    /// there is an account.
    public Optional<Secret> firstCode() {
        if (areAny()) {
            return Optional.empty();
        }
        tickets().cancelAll(Purpose.FIRST);
        Secret code = Secret.code(random);
        tickets().issue(Ticket.of(code, Purpose.FIRST, null, "", clock.instant()));
        return Optional.of(code);
    }

    /// Whether the code is the one for the first account. Counts as a try; the code is used up when
    /// the account is made.
    public boolean isFirstCode(String typed, String from) {
        Secret code = new Secret(typed.strip().toUpperCase(Locale.ROOT));
        Instant now = clock.instant();
        return storage.limits().take("first-from", from, TRIES_OF_NAME, now)
                && tickets().look(code.hash(), Purpose.FIRST, now).isPresent();
    }

    /// Takes the reader out of the house: first whatever they left, then the account. Their address
    /// is not written to again and is kept as a hash alone.
    ///
    /// @throws org.broadsheet.reader.LastAdmin if others would be left without an active admin
    public void leave(Reader reader) {
        requireAnotherAdmin(reader);
        String address = credentials().of(reader.id()).address();
        if (!address.isEmpty()) {
            credentials().suppress(new MailAddress(address), clock.instant());
        }
        theirs.forEach(it -> it.leaves(reader.id()));
        storage.readers().remove(reader.id());
    }

    /// Before anything is taken back: blocked first, an account that must stay is found out in one
    /// step, and nothing new can be left behind it.
    private void requireAnotherAdmin(Reader reader) {
        if (storage.readers().count() > 1) {
            storage.readers().change(reader.id(), it -> it.blocked(clock.instant()));
        }
    }

    /// All that the house keeps about the reader.
    public Export export(Reader reader) {
        return Export.of(
                reader,
                credentials(reader),
                storage.sessions().of(reader.id(), clock.instant()),
                theirs);
    }

    public Credentials credentials(Reader reader) {
        return credentials().of(reader.id());
    }

    private CredentialStore credentials() {
        return storage.credentials();
    }

    private TicketStore tickets() {
        return storage.tickets();
    }
}
