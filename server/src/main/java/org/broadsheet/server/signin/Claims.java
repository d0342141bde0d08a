package org.broadsheet.server.signin;

import java.util.Optional;

/// What an issuer says of somebody, after its signature and everything else was found right.
///
/// @param issuer as it calls itself
/// @param subject its name for somebody, given to nobody else ever
/// @param name the handle it proposes
/// @param shown the full name
/// @param address a mail address that the issuer has seen confirmed
public record Claims(
        String issuer,
        String subject,
        Optional<String> name,
        Optional<String> shown,
        Optional<String> address) {}
