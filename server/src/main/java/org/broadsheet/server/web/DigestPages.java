package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.account.CredentialStore;
import org.broadsheet.account.MailAddress;
import org.broadsheet.account.Secret;
import org.broadsheet.delivery.Letter;
import org.broadsheet.round.Preferences;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.Subscription.State;
import org.broadsheet.server.round.Subscribing;
import org.broadsheet.server.round.Terms;
import org.broadsheet.server.security.ClientAddress;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.web.Forms.Form;
import org.broadsheet.server.web.page.DigestPage;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Lets people ask for digests, say what they want in them, and leave. Nothing changes by a GET:
/// scanners of mail follow links.
@Controller
public final class DigestPages {
    static final String PATH = "/digest";

    private static final String TOKEN = "token";
    private static final Pattern ONE_CLICK = Pattern.compile("/digest/[^/]+/unsubscribe");

    private final Pages pages;
    private final Frames frames;
    private final Forms forms;
    private final Subscribing subscribing;
    private final SigningIn signingIn;
    private final CredentialStore credentials;
    private final SiteAddress site;
    private final ZoneId zone;

    /// @param zone of those who name none
    public DigestPages(
            Pages pages,
            Frames frames,
            Forms forms,
            Subscribing subscribing,
            SigningIn signingIn,
            CredentialStore credentials,
            SiteAddress site,
            ZoneId zone) {
        this.pages = pages;
        this.frames = frames;
        this.forms = forms;
        this.subscribing = subscribing;
        this.signingIn = signingIn;
        this.credentials = credentials;
        this.site = site;
        this.zone = zone;
    }

    /// Whether the request ends a subscription by its pass, which nobody guesses: mail programs
    /// send it on their own, and it is believed wherever it comes from (RFC 8058).
    public static boolean isOneClick(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && ONE_CLICK.matcher(request.getRequestURI()).matches();
    }

    @GetMapping(PATH)
    View ask(HttpServletRequest request) {
        Optional<MailAddress> own = own(request);
        Optional<Subscription> has = own.flatMap(subscribing::at);
        if (has.isPresent()) {
            return pages.redirect(at(has.get()), HttpStatus.SEE_OTHER);
        }
        return asking(
                own.map(MailAddress::value).orElse(""),
                DigestForm.filled(DigestForm.usual(zone)),
                Optional.empty(),
                HttpStatus.OK);
    }

    /// The address that the signed-in reader confirmed.
    private Optional<MailAddress> own(HttpServletRequest request) {
        return signingIn
                .of(request)
                .map(found -> credentials.of(found.reader().id()).address())
                .filter(address -> !address.isEmpty())
                .map(MailAddress::new);
    }

    private View asking(
            String address, DigestPage.Wishes wishes, Optional<String> problem, HttpStatus status) {
        return show(
                "Papers by mail",
                "The day’s papers at the hour that you choose, each once, with the reason why it is"
                        + " there. Leaving takes one click.",
                Optional.empty(),
                problem,
                PATH,
                Optional.of(address),
                wishes,
                Optional.empty(),
                status);
    }

    private View show(
            String headline,
            String standfirst,
            Optional<String> told,
            Optional<String> problem,
            String action,
            Optional<String> address,
            DigestPage.Wishes wishes,
            Optional<Subscription> subscription,
            HttpStatus status) {
        return new Unkept(
                pages.show(
                        "digest",
                        new DigestPage(
                                frames.of(headline, "Papers by mail", PATH, Section.NONE),
                                headline,
                                standfirst,
                                told,
                                problem.map(DigestPages::sentence),
                                action,
                                address,
                                wishes,
                                DigestForm.DAYS,
                                DigestForm.WEEKDAYS,
                                DigestForm.ZONES,
                                subscription
                                        .map(it ->
                                                List.of(
                                                        new Link(
                                                                at(it) + "/preview",
                                                                "How the next one would look")))
                                        .orElse(List.of()),
                                subscription.map(it -> at(it) + "/unsubscribe").orElse(""),
                                subscription.isPresent() ? "Keep" : "Subscribe"),
                        status));
    }

    private static String sentence(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    }

    private String at(Subscription subscription) {
        return PATH + "/" + subscribing.pass(subscription);
    }

    /// From any page with nothing but an address, or with the whole form.
    @PostMapping(PATH)
    View asked(HttpServletRequest request) {
        String typed = Forms.typed("address", request);
        boolean isWhole = request.getParameter("every") != null;
        try {
            MailAddress address = new MailAddress(typed);
            Preferences preferences = isWhole ? DigestForm.read(request) : DigestForm.usual(zone);
            if (own(request).filter(address::equals).isPresent()) {
                Subscription begun =
                        subscribing.begin(address, preferences, ClientAddress.counted(request));
                return pages.redirect(at(begun) + "?begun", HttpStatus.SEE_OTHER);
            }
            return subscribing.ask(
                            address, preferences, ClientAddress.counted(request), site.of(request))
                    ? onItsWay()
                    : tooOften();
        } catch (IllegalArgumentException e) {
            return asking(
                    typed,
                    isWhole ? DigestForm.typed(request) : DigestForm.filled(DigestForm.usual(zone)),
                    Optional.of(String.valueOf(e.getMessage())),
                    HttpStatus.BAD_REQUEST);
        }
    }

    /// The same for every address.
    private View onItsWay() {
        return forms.show(
                new Form("Look into your mail", PATH)
                        .saying(
                                "A mail is on its way that asks whether the address is yours. Its"
                                        + " link works for two days; until then nothing else is"
                                        + " sent.")
                        .leading("/papers", "Today’s edition"));
    }

    private View tooOften() {
        return forms.show(
                new Form("Too many wishes", PATH)
                        .saying("So many came from your network within an hour. Try again later.")
                        .leading("/papers", "Today’s edition"),
                HttpStatus.TOO_MANY_REQUESTS);
    }

    @GetMapping(PATH + "/confirm")
    View confirm(HttpServletRequest request) {
        String token = Forms.typed(TOKEN, request);
        return subscribing
                .asked(new Secret(token))
                .map(it ->
                        forms.show(
                                new Form("Shall the papers come?", PATH + "/confirm")
                                        .saying(
                                                "To %s, %s."
                                                        .formatted(
                                                                it.address(),
                                                                Terms.of(
                                                                        it.preferences()
                                                                                .cadence())))
                                        .hiding(TOKEN, token)
                                        .sending(Subscribing.CONSENT, PATH + "/confirm")))
                .orElseGet(this::over);
    }

    private View over() {
        return forms.show(
                new Form("This link does not work any more", PATH)
                        .saying("It was used, or it is older than two days.")
                        .leading(PATH, "Ask anew"),
                HttpStatus.BAD_REQUEST);
    }

    @PostMapping(PATH + "/confirm")
    View confirmed(HttpServletRequest request) {
        return subscribing
                .confirm(new Secret(Forms.typed(TOKEN, request)), ClientAddress.counted(request))
                .map(it -> pages.redirect(at(it) + "?begun", HttpStatus.SEE_OTHER))
                .orElseGet(this::over);
    }

    @GetMapping(PATH + "/{pass}")
    View preferences(@PathVariable("pass") String pass, HttpServletRequest request) {
        return subscribing
                .of(pass)
                .map(it -> preferences(it, told(request)))
                .orElseGet(this::unknown);
    }

    private static Optional<String> told(HttpServletRequest request) {
        if (request.getParameter("begun") != null) {
            return Optional.of("The papers will come. Here you change what comes, and when.");
        }
        if (request.getParameter("tested") != null) {
            return Optional.of("A test is on its way.");
        }
        return request.getParameter("kept") == null ? Optional.empty() : Optional.of("Kept.");
    }

    private View preferences(Subscription it, Optional<String> told) {
        return it.state() == State.ACTIVE
                ? changing(it, DigestForm.filled(it.preferences()), told, Optional.empty())
                : ended(it);
    }

    private View changing(
            Subscription it,
            DigestPage.Wishes wishes,
            Optional<String> told,
            Optional<String> problem) {
        return show(
                "Your digest",
                "To %s, %s.".formatted(it.address(), Terms.of(it.preferences().cadence())),
                told,
                problem,
                at(it),
                Optional.empty(),
                wishes,
                Optional.of(it),
                problem.isPresent() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    private View ended(Subscription it) {
        return forms.show(
                new Form("You get no digest any more", PATH)
                        .saying("Nothing is sent to %s.".formatted(it.address()))
                        .leading(PATH, "Ask for one again"));
    }

    private View unknown() {
        return forms.show(
                new Form("This link is not whole", PATH)
                        .saying("Copy all of it from the mail, or ask for the digest anew.")
                        .leading(PATH, "Papers by mail"),
                HttpStatus.NOT_FOUND);
    }

    @PostMapping(PATH + "/{pass}")
    View change(@PathVariable("pass") String pass, HttpServletRequest request) {
        Optional<Subscription> found = subscribing.of(pass);
        if (found.isEmpty()) {
            return unknown();
        }
        try {
            Preferences wanted = DigestForm.read(request);
            return subscribing.change(found.get(), wanted)
                    ? pages.redirect(at(found.get()) + "?kept", HttpStatus.SEE_OTHER)
                    : ended(found.get());
        } catch (IllegalArgumentException e) {
            return changing(
                    found.get(),
                    DigestForm.typed(request),
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    @PostMapping(PATH + "/{pass}/test")
    View test(@PathVariable("pass") String pass) {
        return subscribing
                .of(pass)
                .map(it -> it.state() == State.ACTIVE ? tested(it) : ended(it))
                .orElseGet(this::unknown);
    }

    private View tested(Subscription it) {
        return subscribing.test(it)
                ? pages.redirect(at(it) + "?tested", HttpStatus.SEE_OTHER)
                : changing(
                        it,
                        DigestForm.filled(it.preferences()),
                        Optional.empty(),
                        Optional.of(
                                "no test was sent: there is no paper for it, or three mails went"
                                        + " out within the hour"));
    }

    /// The mail's own HTML, with nothing that it could do; in plain text where that is wanted.
    @GetMapping(PATH + "/{pass}/preview")
    ResponseEntity<String> preview(
            @PathVariable("pass") String pass, HttpServletResponse response) {
        Optional<Letter> letter = subscribing.of(pass).flatMap(subscribing::preview);
        if (letter.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .header("Content-Type", "text/plain;charset=UTF-8")
                    .body("There is no paper for a digest at the moment.\n");
        }
        boolean isPlain = letter.get().html().isEmpty();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action"
                        + " 'none'; frame-ancestors 'none'");
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-store")
                .header(
                        "Content-Type",
                        isPlain ? "text/plain;charset=UTF-8" : "text/html;charset=UTF-8")
                .body(isPlain ? letter.get().text() : letter.get().html());
    }

    @GetMapping(PATH + "/{pass}/unsubscribe")
    View leaving(@PathVariable("pass") String pass) {
        return subscribing.of(pass).map(this::leaving).orElseGet(this::unknown);
    }

    private View leaving(Subscription it) {
        return it.state() == State.ENDED
                ? ended(it)
                : forms.show(
                        new Form("No more papers?", PATH)
                                .saying("Nothing more is sent to %s.".formatted(it.address()))
                                .sending("Unsubscribe", at(it) + "/unsubscribe")
                                .leading(at(it), "Rather change days and topics"));
    }

    /// One click: no sign-in, no cookie, no redirect.
    @PostMapping(PATH + "/{pass}/unsubscribe")
    View left(@PathVariable("pass") String pass) {
        return subscribing
                .of(pass)
                .map(it -> {
                    subscribing.end(it);
                    return ended(it);
                })
                .orElseGet(this::unknown);
    }
}
