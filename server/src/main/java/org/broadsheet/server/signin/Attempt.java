package org.broadsheet.server.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;

/// What a browser remembers, in a cookie of its own, between leaving for an issuer and coming back:
/// it ties the answer to the browser that asked (`state`), to this one question (`nonce`), and the
/// code to whoever asked for it (PKCE's verifier, RFC 7636).
record Attempt(String state, String nonce, String verifier) {
    private static final String WORD = "[A-Za-z0-9_-]{20,128}";

    static Attempt fresh() {
        return new Attempt(
                new State(32).getValue(), new Nonce(32).getValue(), new CodeVerifier().getValue());
    }

    /// As [#text] wrote it; absent for anything else.
    static Optional<Attempt> read(String text) {
        String[] words = text.split("\\.", -1);
        return words.length == 3
                        && words[0].matches(WORD)
                        && words[1].matches(WORD)
                        && words[2].matches(WORD)
                ? Optional.of(new Attempt(words[0], words[1], words[2]))
                : Optional.empty();
    }

    String text() {
        return state + "." + nonce + "." + verifier;
    }
}
