package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.broadsheet.account.Secret;
import org.broadsheet.reader.Reader;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.security.Acts;
import org.broadsheet.server.security.ClientAddress;
import org.broadsheet.server.security.Onward;
import org.broadsheet.server.security.SignInLog;
import org.broadsheet.server.security.SignInLog.Way;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.Forms.Form;
import org.broadsheet.server.web.page.FormPage.Field.Need;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// What links in mails lead to: confirming an address, and setting a forgotten password anew. A
/// link alone changes nothing, for mail programs follow links by themselves; a button does.
@Controller
public final class RecoveryPages {
    private static final String TOKEN = "token";

    private final Pages pages;
    private final Forms forms;
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final SignInLog log;
    private final Acts acts;
    private final SiteAddress site;

    public RecoveryPages(
            Pages pages,
            Forms forms,
            Accounts accounts,
            SigningIn signingIn,
            SignInLog log,
            Acts acts,
            SiteAddress site) {
        this.site = site;
        this.pages = pages;
        this.forms = forms;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.log = log;
        this.acts = acts;
    }

    @GetMapping("/confirm")
    View confirm(HttpServletRequest request) {
        return forms.show(
                new Form("Is this address yours?", "/confirm")
                        .saying("Press the button, and mail of this house reaches you there.")
                        .hiding(TOKEN, Forms.typed(TOKEN, request))
                        .sending("Confirm the address", "/confirm"));
    }

    @PostMapping("/confirm")
    View confirmed(HttpServletRequest request) {
        Optional<String> address = accounts.confirm(new Secret(Forms.typed(TOKEN, request)));
        return address.isPresent()
                ? forms.show(
                        new Form("Confirmed", "/confirm")
                                .saying("Mail reaches you at " + address.get() + " from now on.")
                                .leading(Onward.FRONT, "Today’s edition"))
                : forms.show(
                        new Form("This link does not work any more", "/confirm")
                                .saying("It was used, or it is over. Ask for another mail.")
                                .leading(SettingsPages.PATH, "Your account"),
                        HttpStatus.BAD_REQUEST);
    }

    @GetMapping("/forgot")
    View forgot() {
        return forms.show(forgetting(""));
    }

    private static Form forgetting(String typed) {
        return new Form("Forgot the password?", "/forgot")
                .saying("We write to your address how to set a new one.")
                .with(Forms.address(typed, Need.REQUIRED, "The one you confirmed here."))
                .sending("Send the mail", "/forgot")
                .leading(SignInPages.PATH, "Back to sign in");
    }

    /// The same answer whether the address is a reader's or not.
    @PostMapping("/forgot")
    View asked(HttpServletRequest request) {
        String typed = Forms.typed("address", request);
        try {
            accounts.forgot(typed, ClientAddress.counted(request), site.of(request));
        } catch (IllegalArgumentException e) {
            return forms.show(forgetting(typed).refused(String.valueOf(e.getMessage())));
        }
        return forms.show(
                new Form("Look into your mail", "/forgot")
                        .saying(
                                "If that address belongs to an account here, a mail is on its way."
                                        + " Its link works for an hour.")
                        .leading(SignInPages.PATH, "Back to sign in"));
    }

    @GetMapping("/reset")
    View reset(HttpServletRequest request) {
        String token = Forms.typed(TOKEN, request);
        return accounts.resettable(new Secret(token))
                .map(reader -> forms.show(resetting(token, reader)))
                .orElseGet(this::over);
    }

    private static Form resetting(String token, Reader reader) {
        return new Form("A new password for @" + reader.name(), "/reset")
                .saying("You are signed out everywhere else.")
                .hiding(TOKEN, token)
                .with(Forms.newPassword())
                .sending("Set the password", "/reset");
    }

    private View over() {
        return forms.show(
                new Form("This link does not work any more", "/reset")
                        .saying("It was used, or it is older than an hour.")
                        .leading("/forgot", "Ask for another mail"),
                HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/reset")
    View set(HttpServletRequest request, HttpServletResponse response) {
        String token = Forms.typed(TOKEN, request);
        Secret secret = new Secret(token);
        Optional<Reader> holder = accounts.resettable(secret);
        if (holder.isEmpty()) {
            return over();
        }
        try {
            Optional<Reader> reader = accounts.reset(secret, Forms.typed("password", request));
            if (reader.isEmpty()) {
                return over();
            }
            signingIn.lookAgain(reader.get().id());
            signingIn.as(reader.get(), request, response);
            acts.own(reader.get().id(), request, "set a new password", "by a link");
            log.entered(reader.get().id(), Way.LINK, request);
            return pages.redirect(Onward.FRONT, HttpStatus.SEE_OTHER);
        } catch (IllegalArgumentException e) {
            return forms.show(
                    resetting(token, holder.get()).refused(String.valueOf(e.getMessage())));
        }
    }
}
