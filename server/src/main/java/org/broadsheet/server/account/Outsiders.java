package org.broadsheet.server.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.reader.Handle;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.server.signin.Claims;
import org.broadsheet.storage.Storage;

/// Who somebody with an identity elsewhere is here. An identity is linked by its own reader, or to
/// a new account; never to an account that merely has the same mail address, which another issuer
/// could claim.
public final class Outsiders {
    private static final int MOST_TRIES = 100;

    private final Storage storage;
    private final Accounts accounts;
    private final Clock clock;

    public Outsiders(Storage storage, Accounts accounts, Clock clock) {
        this.storage = storage;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Whether somebody here has that identity.
    public boolean isKnown(Claims claims) {
        return storage.identities().get(claims.issuer(), claims.subject()).isPresent();
    }

    /// The reader with that identity. An unknown one is linked to whoever is signed in, else to a
    /// new account where everybody may make one.
    ///
    /// @param here who is signed in
    /// @param from the address that it comes from
    /// @throws IllegalArgumentException if there is no such reader; the message says what to do
    public Reader reader(Claims claims, Optional<Reader> here, String from) {
        Optional<ReaderId> known =
                storage.identities()
                        .get(claims.issuer(), claims.subject())
                        .map(OutsideIdentity::reader);
        if (known.isPresent()) {
            return linked(known.get(), here);
        }
        Reader reader = here.orElseGet(() -> joined(claims, from));
        boolean isLinked =
                storage.identities()
                        .link(
                                new OutsideIdentity(
                                        claims.issuer(),
                                        claims.subject(),
                                        reader.id(),
                                        clock.instant()));
        if (!isLinked) {
            throw new IllegalArgumentException(
                    "this identity was linked to another account just now; sign in anew");
        }
        return reader;
    }

    private Reader linked(ReaderId known, Optional<Reader> here) {
        if (here.isPresent() && !here.get().id().equals(known)) {
            throw new IllegalArgumentException(
                    "this identity is linked to another account; sign in with it to unlink it");
        }
        return storage.readers()
                .get(known)
                .orElseThrow(() -> new IllegalArgumentException("the account is gone"));
    }

    private Reader joined(Claims claims, String from) {
        if (storage.house().now().registration() != Registration.OPEN) {
            throw new IllegalArgumentException(
                    "no account here is linked to this identity; sign in otherwise and link it"
                            + " under Settings, Keys");
        }
        Reader reader = accounts.joinFromElsewhere(freeName(claims), shown(claims), from);
        claims.address()
                .ifPresent(address -> {
                    storage.credentials().await(reader.id(), address);
                    storage.credentials().confirm(reader.id(), address);
                });
        return reader;
    }

    private static String shown(Claims claims) {
        String shown = claims.shown().or(claims::name).orElse("");
        int end =
                shown.offsetByCodePoints(
                        0, Math.min(Reader.LONGEST_SHOWN, shown.codePointCount(0, shown.length())));
        return shown.substring(0, end);
    }

    /// The proposed name, brought into form, with a number where it is taken.
    private String freeName(Claims claims) {
        String proposed =
                claims.name().orElse("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        String form = proposed.replaceAll("^[_-]+", "");
        String base = form.length() < 2 || Handle.isReserved(form) ? "reader-" + form : form;
        String name = base.substring(0, Math.min(base.length(), Handle.LONGEST - 3));
        for (int number = 1; number < MOST_TRIES; number++) {
            String tried = number == 1 && name.length() >= 2 ? name : name + number;
            if (storage.readers().named(tried).isEmpty()) {
                return tried;
            }
        }
        throw new IllegalArgumentException(
                "no name like \"%s\" is free; make an account with a name of your own"
                        .formatted(name));
    }
}
