package org.broadsheet.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.limit.Allowance;
import org.broadsheet.reader.Reader;
import org.broadsheet.server.account.Outsiders;
import org.broadsheet.server.security.ClientAddress;
import org.broadsheet.server.security.Onward;
import org.broadsheet.server.security.SignInLog.Way;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.signin.Attempt;
import org.broadsheet.server.signin.Claims;
import org.broadsheet.server.signin.OpenIdConnect;
import org.broadsheet.server.signin.SignInRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Sends readers to the issuer of identities that the operator named, and signs in or links whoever
/// comes back from there.
@Controller
public final class OpenIdPages {
    static final String PATH = "/sign-in/openid";
    private static final String BACK = PATH + "/back";
    private static final String COOKIE = "openid";
    private static final int SECONDS = 600;

    private final Pages pages;
    private final Forms forms;
    private final Optional<OpenIdConnect> issuer;
    private final Outsiders outsiders;
    private final SigningIn signingIn;
    private final Watch watch;
    private final ProblemPages problems;
    private final SiteAddress site;

    /// @param issuer none where the operator named none
    public OpenIdPages(
            Pages pages,
            Forms forms,
            Optional<OpenIdConnect> issuer,
            Outsiders outsiders,
            SigningIn signingIn,
            Watch watch,
            ProblemPages problems,
            SiteAddress site) {
        this.site = site;
        this.pages = pages;
        this.forms = forms;
        this.issuer = issuer;
        this.outsiders = outsiders;
        this.signingIn = signingIn;
        this.watch = watch;
        this.problems = problems;
    }

    /// Where somebody begins to sign in by an identity elsewhere.
    static String address(String next) {
        return PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /// A link and no form: browsers let no form of ours end on another host, and nothing changes
    /// here until its reader comes back.
    @GetMapping(PATH)
    View leave(HttpServletRequest request, HttpServletResponse response) {
        Optional<Spent> spent = watch.allowances().take(Allowance.OPENID, request);
        if (spent.isPresent()) {
            return problems.tooMany(spent.get(), request);
        }
        if (issuer.isEmpty()) {
            return problems.notThere(request);
        }
        Attempt attempt = Attempt.fresh(Onward.of(request.getParameter("next")));
        try {
            URI away = issuer.get().away(attempt, back(request));
            setCookie(attempt.text(), SECONDS, request, response);
            return pages.redirect(away.toString(), HttpStatus.SEE_OTHER);
        } catch (SignInRefused e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping(BACK)
    View back(HttpServletRequest request, HttpServletResponse response) {
        Optional<Spent> spent = watch.allowances().take(Allowance.OPENID, request);
        if (spent.isPresent()) {
            return problems.tooMany(spent.get(), request);
        }
        Optional<Attempt> attempt = cookie(request).flatMap(Attempt::read);
        setCookie("", 0, request, response);
        if (issuer.isEmpty() || attempt.isEmpty()) {
            return refused("That took longer than ten minutes, or began in another browser");
        }
        try {
            URI answer = URI.create(back(request) + "?" + request.getQueryString());
            Claims claims = issuer.get().back(attempt.get(), back(request), answer);
            Optional<Reader> here = signingIn.of(request).map(SigningIn.Found::reader);
            boolean isNew = !outsiders.isKnown(claims);
            Reader reader = outsiders.reader(claims, here, ClientAddress.counted(request));
            signingIn.as(reader, request, response);
            if (isNew) {
                String did = here.isPresent() ? "linked an identity" : "made an account";
                watch.acts().own(reader.id(), request, did, "of " + claims.issuer());
            }
            watch.signIns().entered(reader.id(), Way.IDENTITY, request);
            return pages.redirect(attempt.get().onward(), HttpStatus.SEE_OTHER);
        } catch (SignInRefused | IllegalArgumentException e) {
            watch.signIns().refused(Optional.empty(), Way.IDENTITY, "not accepted", request);
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private URI back(HttpServletRequest request) {
        return URI.create(site.of(request) + BACK);
    }

    private View refused(String message) {
        String why = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return forms.show(
                new Forms.Form("Not signed in", PATH)
                        .refused(why)
                        .leading(SignInPages.PATH, "Sign in otherwise"));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    /// Sent to no other address than that to which the issuer sends the browser back.
    private static void setCookie(
            String value, int seconds, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                        .formatted(
                                COOKIE,
                                value,
                                BACK,
                                seconds,
                                request.isSecure() ? "; Secure" : ""));
    }
}
