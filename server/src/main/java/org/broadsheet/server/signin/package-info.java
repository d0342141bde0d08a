/// Signing in without a password: passkeys (W3C Web Authentication) and issuers of identities
/// elsewhere (OpenID Connect). The pages and forms for both are in `web`.
@NullMarked
package org.broadsheet.server.signin;

import org.jspecify.annotations.NullMarked;
