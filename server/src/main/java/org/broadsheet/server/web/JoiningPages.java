package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import org.broadsheet.account.Secret;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.house.HouseStore;
import org.broadsheet.reader.Reader;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.account.Accounts.Joining;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.ClientAddress;
import org.broadsheet.server.security.Onward;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.Forms.Form;
import org.broadsheet.server.web.page.FormPage.Field;
import org.broadsheet.server.web.page.FormPage.Field.Need;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Makes accounts: the first one, one by invitation, or one for everybody who asks. Whoever made
/// one is signed in.
@Controller
public final class JoiningPages {
    private static final String REGISTER = "/register";
    private static final String FIRST = "/first";
    private static final String INVITE = "/invite/";

    private final Pages pages;
    private final Forms forms;
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final HouseStore house;
    private final Access access;
    private final Acts acts;
    private final SiteAddress site;

    public JoiningPages(
            Pages pages,
            Forms forms,
            Accounts accounts,
            SigningIn signingIn,
            HouseStore house,
            Access access,
            Acts acts,
            SiteAddress site) {
        this.site = site;
        this.pages = pages;
        this.forms = forms;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.house = house;
        this.access = access;
        this.acts = acts;
    }

    @GetMapping(REGISTER)
    View register(HttpServletRequest request) {
        return accounts.areAny()
                ? forms.show(isOpen() ? registering(request) : closed())
                : pages.redirect(FIRST, HttpStatus.FOUND);
    }

    @PostMapping(REGISTER)
    View registered(HttpServletRequest request, HttpServletResponse response) {
        if (!isOpen() || !accounts.areAny()) {
            return forms.show(closed(), HttpStatus.FORBIDDEN);
        }
        return join(
                registering(request),
                "made an account",
                () -> {
                    if (Forms.typed("address", request).isBlank()) {
                        throw new IllegalArgumentException("a mail address is needed here");
                    }
                    return accounts.join(
                            joining(request), ClientAddress.counted(request), site.of(request));
                },
                request,
                response);
    }

    private boolean isOpen() {
        return house.now().registration() == Registration.OPEN;
    }

    private Form registering(HttpServletRequest request) {
        return fields(new Form("Make an account", REGISTER), Need.REQUIRED, request)
                .hiding("next", Onward.of(request.getParameter("next")))
                .sending("Make the account", REGISTER)
                .leading(SignInPages.PATH, "I have one: sign in");
    }

    private Form closed() {
        return new Form("Accounts are by invitation here", REGISTER)
                .saying(
                        house.now().registration() == Registration.CLOSED
                                ? "Whoever runs this house makes them. Everybody may read."
                                : "Ask somebody who runs this house for one. Everybody may read.")
                .leading(SignInPages.PATH, "I have an account: sign in")
                .leading(Onward.FRONT, "Today’s edition");
    }

    @GetMapping(INVITE + "{secret}")
    View invitation(@PathVariable("secret") String secret, HttpServletRequest request) {
        return accounts.isInvited(new Secret(secret))
                ? forms.show(invited(secret, request))
                : forms.show(notInvited(), HttpStatus.NOT_FOUND);
    }

    @PostMapping(INVITE + "{secret}")
    View joined(
            @PathVariable("secret") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret shown = new Secret(secret);
        if (!accounts.isInvited(shown)) {
            return forms.show(notInvited(), HttpStatus.NOT_FOUND);
        }
        return join(
                invited(secret, request),
                "used invitation " + MembersPages.label(shown.hash()),
                () -> accounts.joinInvited(shown, joining(request), site.of(request)),
                request,
                response);
    }

    private Form invited(String secret, HttpServletRequest request) {
        return fields(new Form("You are invited", INVITE), Need.OPTIONAL, request)
                .saying("Make your account; then you vote and discuss with us.")
                .sending("Make the account", INVITE + secret);
    }

    private static Form notInvited() {
        return new Form("This invitation does not work", INVITE)
                .saying("It was used, was taken back, or is over. Ask for another.")
                .leading(SignInPages.PATH, "I have an account: sign in");
    }

    @GetMapping(FIRST)
    View first(HttpServletRequest request) {
        return accounts.areAny()
                ? pages.redirect(SignInPages.PATH, HttpStatus.FOUND)
                : forms.show(beginning(request));
    }

    @PostMapping(FIRST)
    View begun(HttpServletRequest request, HttpServletResponse response) {
        return join(
                beginning(request),
                "made the first account",
                () -> {
                    boolean isKnown =
                            isHere(request)
                                    || accounts.isFirstCode(
                                            Forms.typed("code", request),
                                            ClientAddress.counted(request));
                    if (!isKnown) {
                        throw new IllegalArgumentException(
                                "the code is not right; it stands where the server was started, as"
                                        + " in K7QF-93MX-22PB");
                    }
                    return accounts.joinFirst(joining(request), site.of(request));
                },
                request,
                response);
    }

    /// Who may do everything anyway needs no code.
    private boolean isHere(HttpServletRequest request) {
        return access.allows(request, Right.ADMINISTER);
    }

    private Form beginning(HttpServletRequest request) {
        Form form =
                new Form("The first account", FIRST)
                        .saying(
                                "It is an admin’s. From then on readers sign in here, and this"
                                        + " house is read-only for everybody else.");
        if (!isHere(request)) {
            form.with(
                    new Field(
                            "code",
                            "Code",
                            Need.REQUIRED,
                            "text",
                            Forms.typed("code", request),
                            "one-time-code",
                            "Stands in the terminal or the log where the server was started.",
                            40));
        }
        return fields(form, Need.OPTIONAL, request).sending("Make the first account", FIRST);
    }

    private static Form fields(Form form, Need address, HttpServletRequest request) {
        return form.with(Forms.name(Forms.typed("name", request)))
                .with(Forms.shown(Forms.typed("shown", request)))
                .with(
                        Forms.address(
                                Forms.typed("address", request),
                                address,
                                address == Need.OPTIONAL
                                        ? "To set a forgotten password anew. May stay empty."
                                        : "A mail asks you to confirm it. Others do not see it."))
                .with(Forms.newPassword());
    }

    private static Joining joining(HttpServletRequest request) {
        return new Joining(
                Forms.typed("name", request).strip(),
                Forms.typed("shown", request),
                Forms.typed("password", request),
                Forms.typed("address", request));
    }

    private View join(
            Form again,
            String action,
            Supplier<Reader> joining,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Reader reader = joining.get();
            signingIn.as(reader, request, response);
            String role = reader.role().name().toLowerCase(Locale.ROOT);
            acts.own(reader.id(), request, action, "as " + role);
            return pages.redirect(Onward.of(request.getParameter("next")), HttpStatus.SEE_OTHER);
        } catch (IllegalArgumentException e) {
            return forms.show(again.refused(String.valueOf(e.getMessage())));
        }
    }
}
