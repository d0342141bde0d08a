package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.house.HouseStore;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.account.Accounts.Tried;
import org.broadsheet.server.account.Passwords;
import org.broadsheet.server.security.ClientAddress;
import org.broadsheet.server.security.Onward;
import org.broadsheet.server.security.SignInLog;
import org.broadsheet.server.security.SignInLog.Way;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.Forms.Form;
import org.broadsheet.server.web.page.FormPage.Field;
import org.broadsheet.server.web.page.FormPage.Field.Need;
import org.broadsheet.server.web.page.FormPage.Ways;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Signs readers in with a password, and out.
@Controller
public final class SignInPages {
    static final String PATH = "/sign-in";

    private final Pages pages;
    private final Forms forms;
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final SignInLog log;
    private final HouseStore house;
    private final String issuer;

    /// @param issuer what the issuer of identities is called; empty where there is none
    public SignInPages(
            Pages pages,
            Forms forms,
            Accounts accounts,
            SigningIn signingIn,
            SignInLog log,
            HouseStore house,
            String issuer) {
        this.pages = pages;
        this.forms = forms;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.log = log;
        this.house = house;
        this.issuer = issuer;
    }

    /// @return the form; whoever is signed in goes on at once, and the first reader to `/first`
    @GetMapping(PATH)
    View form(HttpServletRequest request) {
        if (!accounts.areAny()) {
            return pages.redirect("/first", HttpStatus.FOUND);
        }
        return signingIn.of(request).isPresent()
                ? pages.redirect(Onward.of(request.getParameter("next")), HttpStatus.FOUND)
                : forms.show(form("", request));
    }

    private Form form(String name, HttpServletRequest request) {
        String next = Onward.of(request.getParameter("next"));
        Form form =
                new Form("Sign in", PATH)
                        .with(
                                new Field(
                                        "name",
                                        "Name or mail address",
                                        Need.REQUIRED,
                                        "text",
                                        name,
                                        "username",
                                        "",
                                        254))
                        .with(
                                new Field(
                                        "password",
                                        "Password",
                                        Need.REQUIRED,
                                        "password",
                                        "",
                                        "current-password",
                                        "",
                                        2 * Passwords.LONGEST))
                        .hiding("next", next)
                        .or(new Ways(next, issuer, OpenIdPages.address(next)))
                        .sending("Sign in", PATH)
                        .leading("/forgot", "Forgot the password?");
        return house.now().registration() == Registration.OPEN
                ? form.leading("/register", "Make an account")
                : form;
    }

    @PostMapping(PATH)
    View signIn(HttpServletRequest request, HttpServletResponse response) {
        String name = Forms.typed("name", request);
        Tried tried =
                accounts.signIn(
                        name, Forms.typed("password", request), ClientAddress.counted(request));
        return switch (tried) {
            case Tried.Right(var reader) -> {
                signingIn.as(reader, request, response);
                log.entered(reader.id(), Way.PASSWORD, request);
                yield pages.redirect(Onward.of(request.getParameter("next")), HttpStatus.SEE_OTHER);
            }
            case Tried.Wrong(var meant) -> {
                log.refused(meant, Way.PASSWORD, "wrong name or password", request);
                yield forms.show(
                        form(name, request).refused("the name or the password is not right"),
                        HttpStatus.UNAUTHORIZED);
            }
            case Tried.TooOften(var limit, var wait) -> {
                log.refused(Optional.empty(), Way.PASSWORD, "too often", request);
                long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
                yield Headed.later(
                        forms.show(
                                form(name, request)
                                        .refused(
                                                "that was tried too often; accepted are %s. Wait %,d seconds, or set a new password"
                                                        .formatted(limit, seconds)),
                                HttpStatus.TOO_MANY_REQUESTS),
                        seconds);
            }
        };
    }

    @PostMapping("/sign-out")
    View signOut(HttpServletRequest request, HttpServletResponse response) {
        signingIn.out(request, response);
        return pages.redirect(Onward.FRONT, HttpStatus.SEE_OTHER);
    }
}
