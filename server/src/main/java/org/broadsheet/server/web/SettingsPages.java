package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.account.Credentials;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Session;
import org.broadsheet.account.SessionStore;
import org.broadsheet.limit.Allowance;
import org.broadsheet.reader.LastAdmin;
import org.broadsheet.reader.Reader;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.account.Passwords;
import org.broadsheet.server.security.ClientAddress;
import org.broadsheet.server.security.Onward;
import org.broadsheet.server.security.SignInLog.Way;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.security.SigningIn.Found;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.web.page.AccountPage;
import org.broadsheet.server.web.page.AccountPage.Place;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Lets readers look after their own account. Whatever could take it from them asks for the
/// password.
@Controller
public final class SettingsPages {
    static final String PATH = "/settings/account";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Pages pages;
    private final Frames frames;
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final SessionStore sessions;
    private final Moments moments;
    private final Watch watch;
    private final ProblemPages problems;
    private final SiteAddress site;

    public SettingsPages(
            Pages pages,
            Frames frames,
            Accounts accounts,
            SigningIn signingIn,
            SessionStore sessions,
            Moments moments,
            Watch watch,
            ProblemPages problems,
            SiteAddress site) {
        this.site = site;
        this.pages = pages;
        this.frames = frames;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.moments = moments;
        this.watch = watch;
        this.problems = problems;
    }

    /// What a signed-in reader asks for, and what comes of it.
    private interface Deed {
        View done(Found found);
    }

    private View mine(HttpServletRequest request, Deed deed) {
        Optional<Found> found = signingIn.of(request);
        if (found.isEmpty()) {
            return pages.redirect(SignInPages.PATH + "?next=" + PATH, HttpStatus.SEE_OTHER);
        }
        try {
            return deed.done(found.get());
        } catch (IllegalArgumentException | LastAdmin e) {
            return show(found.get(), Optional.of(sentence(e)), Optional.empty());
        }
    }

    private static String sentence(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    @GetMapping("/settings")
    View settings() {
        return pages.redirect(PATH, HttpStatus.FOUND);
    }

    @GetMapping(PATH)
    View account(HttpServletRequest request) {
        return mine(
                request,
                found -> show(found, Optional.empty(), told(Forms.typed("done", request))));
    }

    private static Optional<String> told(String done) {
        return switch (done) {
            case "name" -> Optional.of("Kept. Pages show your new name.");
            case "address" ->
                    Optional.of("A mail is on its way. Open the page it names to confirm it.");
            case "password" -> Optional.of("Changed. All other browsers are signed out.");
            case "sessions" -> Optional.of("Signed out there.");
            default -> Optional.empty();
        };
    }

    @PostMapping(PATH + "/name")
    View name(HttpServletRequest request) {
        return mine(
                request,
                found -> {
                    if (found.reader().isBlocked()) {
                        throw new IllegalArgumentException("you can only read while blocked");
                    }
                    accounts.show(found.reader(), Forms.typed("shown", request));
                    return done("name");
                });
    }

    @PostMapping(PATH + "/address")
    View address(HttpServletRequest request) {
        return mine(
                request,
                found -> {
                    MailAddress address = new MailAddress(Forms.typed("address", request));
                    requirePassword(found.reader(), request);
                    if (!accounts.askToConfirm(found.reader(), address, site.of(request))) {
                        throw new IllegalArgumentException(
                                "too many mails went to that address; wait an hour");
                    }
                    note(found, "gave another mail address", "to be confirmed", request);
                    return done("address");
                });
    }

    @PostMapping(PATH + "/password")
    View password(HttpServletRequest request) {
        return mine(
                request,
                found -> {
                    requirePassword(found.reader(), request);
                    accounts.changePassword(
                            found.reader(), Forms.typed("new", request), found.session().hash());
                    signingIn.lookAgain(found.reader().id());
                    note(found, "changed the password", "", request);
                    return done("password");
                });
    }

    /// Ends one session of the reader's, or all but this.
    @PostMapping(PATH + "/sessions/end")
    View endSession(HttpServletRequest request) {
        return mine(
                request,
                found -> {
                    String named = Forms.typed("session", request);
                    if (named.isEmpty()) {
                        sessions.endAllBut(found.reader().id(), found.session().hash());
                        signingIn.lookAgain(found.reader().id());
                    } else if (!signingIn.end(found.reader().id(), named)) {
                        return show(
                                found,
                                Optional.of(
                                        "That session is not one of yours, or has ended already."),
                                Optional.empty(),
                                HttpStatus.NOT_FOUND);
                    }
                    watch.signIns()
                            .leftElsewhere(
                                    found.reader().id(),
                                    named.isEmpty() ? "all other browsers" : "one browser",
                                    request);
                    return done("sessions");
                });
    }

    @GetMapping(PATH + "/export")
    View export(HttpServletRequest request) {
        return mine(
                request,
                found -> {
                    Optional<Spent> spent = watch.allowances().take(Allowance.EXPORT, request);
                    if (spent.isPresent()) {
                        return problems.tooMany(spent.get(), request);
                    }
                    note(found, "took the account's data along", "", request);
                    return Headed.unkept(
                            new Sent(
                                    "application/json;charset=utf-8",
                                    JSON.writeValueAsBytes(accounts.export(found.reader())),
                                    Map.of(
                                            "Content-Disposition",
                                            "attachment; filename=\"broadsheet-%s.json\""
                                                    .formatted(found.reader().name()))));
                });
    }

    @PostMapping(PATH + "/delete")
    View delete(HttpServletRequest request, HttpServletResponse response) {
        return mine(
                request,
                found -> {
                    requirePassword(found.reader(), request);
                    accounts.leave(found.reader());
                    note(found, "deleted the account", "", request);
                    signingIn.lookAgain(found.reader().id());
                    signingIn.out(request, response);
                    return pages.redirect(Onward.FRONT, HttpStatus.SEE_OTHER);
                });
    }

    private void requirePassword(Reader reader, HttpServletRequest request) {
        String typed = Forms.typed("password", request);
        if (!accounts.isPasswordOf(reader, typed, ClientAddress.counted(request))) {
            watch.signIns()
                    .refused(Optional.of(reader.id()), Way.PASSWORD, "asked for again", request);
            throw new IllegalArgumentException(
                    "that is not your password, or it was tried too often");
        }
    }

    private void note(Found found, String action, String note, HttpServletRequest request) {
        watch.acts().own(found.reader().id(), request, action, note);
    }

    private View done(String what) {
        return pages.redirect(PATH + "?done=" + what, HttpStatus.SEE_OTHER);
    }

    private View show(Found found, Optional<String> problem, Optional<String> told) {
        return show(
                found, problem, told, problem.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    private View show(
            Found found, Optional<String> problem, Optional<String> told, HttpStatus status) {
        Reader reader = found.reader();
        Credentials credentials = accounts.credentials(reader);
        Instant blocked = reader.blockedSince();
        AccountPage page =
                new AccountPage(
                        frames.of("Your account", "What is yours here.", PATH, Section.NONE),
                        reader.name(),
                        reader.shown(),
                        reader.role().name().toLowerCase(Locale.ROOT),
                        moments.at(reader.joined()),
                        credentials.address(),
                        credentials.pending(),
                        blocked == null ? "" : moments.at(blocked),
                        places(found.session()),
                        Passwords.SHORTEST,
                        problem,
                        told);
        return Headed.unkept(pages.show("account", page, status));
    }

    private List<Place> places(Session here) {
        return sessions.of(here.reader(), moments.clock().instant()).stream()
                .map(it ->
                        new Place(
                                it.hash(),
                                it.agent(),
                                it.address(),
                                moments.at(it.seen()),
                                it.hash().equals(here.hash())
                                        ? Place.Which.THIS
                                        : Place.Which.OTHER))
                .toList();
    }
}
