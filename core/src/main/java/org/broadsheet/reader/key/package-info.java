/// Keys that readers sign in with beside a password: passkeys, and identities at an issuer
/// elsewhere. Knows readers by their ids alone.
@NullMarked
package org.broadsheet.reader.key;

import org.jspecify.annotations.NullMarked;
