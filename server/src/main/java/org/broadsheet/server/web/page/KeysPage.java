package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// What a reader signs in with beside a password.
///
/// @param issuer what the button to link an identity says; empty where the house knows no issuer
public record KeysPage(
        Frame frame,
        List<Key> passkeys,
        List<Identity> identities,
        String issuer,
        Optional<String> problem,
        Optional<String> told) {
    public KeysPage {
        passkeys = List.copyOf(passkeys);
        identities = List.copyOf(identities);
    }

    /// @param used when it was used last, or empty
    public record Key(String id, String label, String added, String used) {}

    public record Identity(String issuer, String subject, String linked) {}
}
