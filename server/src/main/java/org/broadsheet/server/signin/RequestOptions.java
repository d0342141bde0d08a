package org.broadsheet.server.signin;

/// What a browser needs to sign in with a passkey: `PublicKeyCredentialRequestOptionsJSON` (Web
/// Authentication level 3, §5.1.9), with its names. It names no credential: the reader's device
/// knows which it has for the house, and nobody learns who has one.
public record RequestOptions(
        String challenge, long timeout, String rpId, String userVerification) {}
