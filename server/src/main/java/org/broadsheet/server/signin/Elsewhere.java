package org.broadsheet.server.signin;

import java.util.Optional;

/// Where else readers have an identity to sign in with, if the operator named an issuer.
public record Elsewhere(Optional<OpenIdConnect> issuer) {
    public static final Elsewhere NOWHERE = new Elsewhere(Optional.empty());

    /// What the issuer is called; empty where there is none.
    public String name() {
        return issuer.map(it -> it.issuer().name()).orElse("");
    }
}
