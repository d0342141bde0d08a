package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.broadsheet.house.HouseStore;
import org.broadsheet.limit.Allowance;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.server.security.Onward;
import org.broadsheet.server.security.SignInLog.Way;
import org.broadsheet.server.security.SigningIn;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.signin.Passkeys;
import org.broadsheet.server.signin.SignInRefused;
import org.broadsheet.server.signin.Site;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `passkey.js` asks: the options of a ceremony, and to take what the device answered. Its
/// words are JSON, since only scripts can reach a passkey.
@Controller
public final class PasskeyForms {
    private static final JsonMapper JSON = new JsonMapper();

    /// Far more than any device answers.
    private static final int LONGEST = 64 * 1024;

    private final Passkeys passkeys;
    private final ReaderStore readers;
    private final HouseStore house;
    private final SigningIn signingIn;
    private final Watch watch;
    private final SiteAddress site;

    public PasskeyForms(
            Passkeys passkeys,
            ReaderStore readers,
            HouseStore house,
            SigningIn signingIn,
            Watch watch,
            SiteAddress site) {
        this.site = site;
        this.passkeys = passkeys;
        this.readers = readers;
        this.house = house;
        this.signingIn = signingIn;
        this.watch = watch;
    }

    /// Where to go on.
    private record Next(String next) {}

    private record Problem(String error) {}

    @PostMapping("/sign-in/passkey/options")
    View options(HttpServletRequest request, HttpServletResponse response) {
        return tooMany(request, response)
                .orElseGet(() -> json(passkeys.beginSigningIn(site(request))));
    }

    @PostMapping("/sign-in/passkey")
    View signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<View> tooMany = tooMany(request, response);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        try {
            JsonNode said = said(request);
            Reader reader =
                    readers.get(passkeys.finishSigningIn(credential(said), site(request)))
                            .orElseThrow(
                                    () -> new IllegalArgumentException("The account is gone."));
            signingIn.as(reader, request, response);
            watch.signIns().entered(reader.id(), Way.PASSKEY, request);
            return json(new Next(Onward.of(said.path("next").asString(""))));
        } catch (SignInRefused | IllegalArgumentException e) {
            watch.signIns().refused(Optional.empty(), Way.PASSKEY, "not verified", request);
            return refused(e, response);
        }
    }

    /// The refusal of one step too many.
    private Optional<View> tooMany(HttpServletRequest request, HttpServletResponse response) {
        return watch.allowances()
                .take(Allowance.PASSKEY, request)
                .map(spent -> {
                    response.setStatus(429);
                    return Headed.later(json(new Problem(sentence(spent))), spent.seconds());
                });
    }

    private static String sentence(Spent spent) {
        String message = spent.message();
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    @PostMapping("/settings/account/keys/options")
    View newOptions(HttpServletRequest request, HttpServletResponse response) {
        Optional<Reader> reader = reader(request);
        if (reader.isEmpty()) {
            return nobody(response);
        }
        return tooMany(request, response)
                .orElseGet(() ->
                        json(
                                passkeys.beginAdding(
                                        reader.get().id(),
                                        reader.get().name(),
                                        reader.get().shown(),
                                        site(request))));
    }

    @PostMapping("/settings/account/keys")
    View add(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Reader> reader = reader(request);
        if (reader.isEmpty()) {
            return nobody(response);
        }
        Optional<View> tooMany = tooMany(request, response);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        try {
            JsonNode said = said(request);
            passkeys.finishAdding(
                    reader.get().id(),
                    said.path("label").asString(""),
                    credential(said),
                    site(request));
            watch.acts().own(reader.get().id(), request, "added a passkey", "");
            return json(new Next(KeyPages.PATH + "?added"));
        } catch (SignInRefused | IllegalArgumentException e) {
            return refused(e, response);
        }
    }

    private Optional<Reader> reader(HttpServletRequest request) {
        return signingIn.of(request).map(SigningIn.Found::reader);
    }

    private Site site(HttpServletRequest request) {
        return Site.at(URI.create(site.of(request)), house.now().name());
    }

    private static JsonNode said(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new IllegalArgumentException(
                    "An answer of a device has at most %,d bytes.".formatted(LONGEST));
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String credential(JsonNode said) {
        JsonNode credential = said.path("credential");
        if (!credential.isObject()) {
            throw new IllegalArgumentException("The device's answer, \"credential\", is missing.");
        }
        return credential.toString();
    }

    private static View nobody(HttpServletResponse response) {
        response.setStatus(403);
        return json(new Problem("You are not signed in."));
    }

    private static View refused(Exception e, HttpServletResponse response) {
        response.setStatus(400);
        return json(new Problem(String.valueOf(e.getMessage())));
    }

    private static View json(Record said) {
        return new Sent(
                "application/json;charset=utf-8",
                JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
    }
}
