package org.broadsheet.server.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What a browser remembers, in a cookie of its own, between leaving for an issuer and coming back:
/// it ties the answer to the browser that asked (`state`), to this one question (`nonce`), and the
/// code to whoever asked for it (PKCE's verifier, RFC 7636).
///
/// @param onward the page of ours to go on to
public record Attempt(String state, String nonce, String verifier, String onward) {
    private static final String WORD = "[A-Za-z0-9_-]{20,128}";
    private static final String ONWARD = "(?:[A-Za-z0-9_-]{4}){0,400}[A-Za-z0-9_-]{0,3}";

    public static Attempt fresh(String onward) {
        return new Attempt(
                new State(32).getValue(),
                new Nonce(32).getValue(),
                new CodeVerifier().getValue(),
                onward);
    }

    /// As [#text] wrote it; absent for anything else.
    public static Optional<Attempt> read(String text) {
        String[] words = text.split("\\.", -1);
        return words.length == 4
                        && words[0].matches(WORD)
                        && words[1].matches(WORD)
                        && words[2].matches(WORD)
                        && words[3].matches(ONWARD)
                ? Optional.of(new Attempt(words[0], words[1], words[2], path(words[3])))
                : Optional.empty();
    }

    public String text() {
        String path =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(onward.getBytes(StandardCharsets.UTF_8));
        return String.join(".", state, nonce, verifier, path);
    }

    private static String path(String word) {
        return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
    }
}
