package org.broadsheet.server.signin;

import java.util.List;

/// What a browser needs to make a passkey: `PublicKeyCredentialCreationOptionsJSON` (Web
/// Authentication level 3, §5.1.8), with its names.
public record CreationOptions(
        RelyingParty rp,
        User user,
        String challenge,
        List<KeyKind> pubKeyCredParams,
        long timeout,
        List<Known> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {
    public record RelyingParty(String id, String name) {}

    /// @param id base64url
    public record User(String id, String name, String displayName) {}

    public record KeyKind(String type, long alg) {}

    /// A credential that the reader has already.
    public record Known(String type, String id) {}

    public record Selection(String residentKey, String userVerification) {}
}
