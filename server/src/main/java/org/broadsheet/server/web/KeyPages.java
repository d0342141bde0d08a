package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.key.OutsideIdentity;
import org.broadsheet.reader.key.OutsideIdentityStore;
import org.broadsheet.reader.key.Passkey;
import org.broadsheet.reader.key.PasskeyStore;
import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.page.KeysPage;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.storage.Storage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Lets readers look after what they sign in with beside a password. The last way in cannot be
/// taken away.
@Controller
public final class KeyPages {
    static final String PATH = SettingsPages.PATH + "/keys";

    private final Pages pages;
    private final Frames frames;
    private final PasskeyStore passkeys;
    private final OutsideIdentityStore identities;
    private final CredentialStore credentials;
    private final SigningIn signingIn;
    private final Acts acts;
    private final Moments moments;
    private final String issuer;

    /// @param issuer what the issuer of identities is called; empty where there is none
    public KeyPages(
            Pages pages,
            Frames frames,
            Storage storage,
            SigningIn signingIn,
            Acts acts,
            Moments moments,
            String issuer) {
        this.pages = pages;
        this.frames = frames;
        passkeys = storage.passkeys();
        identities = storage.identities();
        credentials = storage.credentials();
        this.signingIn = signingIn;
        this.acts = acts;
        this.moments = moments;
        this.issuer = issuer;
    }

    /// What a signed-in reader asks for.
    private interface Deed {
        View done(ReaderId reader);
    }

    private View mine(HttpServletRequest request, Deed deed) {
        return signingIn
                .of(request)
                .map(found -> deed.done(found.reader().id()))
                .orElseGet(() ->
                        pages.redirect(SignInPages.PATH + "?next=" + PATH, HttpStatus.SEE_OTHER));
    }

    @GetMapping(PATH)
    View keys(HttpServletRequest request) {
        return mine(request, reader -> show(reader, Optional.empty(), told(request)));
    }

    private static Optional<String> told(HttpServletRequest request) {
        if (request.getParameter("added") != null) {
            return Optional.of("Added. You can sign in with it from now on.");
        }
        return request.getParameter("linked") != null
                ? Optional.of("Linked. You can sign in there from now on.")
                : Optional.empty();
    }

    @PostMapping(PATH + "/remove")
    View remove(HttpServletRequest request) {
        return mine(
                request,
                reader -> {
                    String id = Forms.typed("id", request);
                    if (isLastWay(reader) && passkeys.of(reader).size() == 1) {
                        return lastWay(reader);
                    }
                    if (!passkeys.remove(reader, id)) {
                        return notYours(reader);
                    }
                    acts.own(reader, request, "removed a passkey", "");
                    return pages.redirect(PATH, HttpStatus.SEE_OTHER);
                });
    }

    @PostMapping(PATH + "/unlink")
    View unlink(HttpServletRequest request) {
        return mine(
                request,
                reader -> {
                    if (isLastWay(reader) && identities.of(reader).size() == 1) {
                        return lastWay(reader);
                    }
                    boolean wasLinked =
                            identities.unlink(
                                    reader,
                                    Forms.typed("issuer", request),
                                    Forms.typed("subject", request));
                    if (!wasLinked) {
                        return notYours(reader);
                    }
                    acts.own(reader, request, "unlinked an identity", "");
                    return pages.redirect(PATH, HttpStatus.SEE_OTHER);
                });
    }

    /// Whether the reader has one key and no password.
    private boolean isLastWay(ReaderId reader) {
        return credentials.of(reader).password().isEmpty()
                && passkeys.of(reader).size() + identities.of(reader).size() <= 1;
    }

    private View lastWay(ReaderId reader) {
        return show(
                reader,
                Optional.of(
                        "This is your only way in. Add another key or set a password before you"
                                + " remove it."),
                Optional.empty());
    }

    private View notYours(ReaderId reader) {
        return show(
                reader,
                Optional.of("That key is not one of yours, or was removed already."),
                Optional.empty(),
                HttpStatus.NOT_FOUND);
    }

    private View show(ReaderId reader, Optional<String> problem, Optional<String> told) {
        return show(
                reader, problem, told, problem.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    private View show(
            ReaderId reader, Optional<String> problem, Optional<String> told, HttpStatus status) {
        List<KeysPage.Key> keys = passkeys.of(reader).stream().map(this::key).toList();
        List<KeysPage.Identity> elsewhere =
                identities.of(reader).stream().map(this::identity).toList();
        return Headed.unkept(
                pages.show(
                        "keys",
                        new KeysPage(
                                frames.of(
                                        "Your keys",
                                        "What you sign in with beside a password.",
                                        PATH,
                                        Section.NONE),
                                keys,
                                elsewhere,
                                issuer,
                                problem,
                                told),
                        status));
    }

    private KeysPage.Key key(Passkey passkey) {
        Instant used = passkey.used();
        return new KeysPage.Key(
                passkey.id(),
                passkey.label(),
                moments.at(passkey.added()),
                used == null ? "" : moments.at(used));
    }

    private KeysPage.Identity identity(OutsideIdentity identity) {
        return new KeysPage.Identity(
                identity.issuer(), identity.subject(), moments.at(identity.linked()));
    }
}
