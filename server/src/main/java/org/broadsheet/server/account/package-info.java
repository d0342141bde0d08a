/// What people do with accounts: join, sign in, prove an address, reset a password, leave. Stands
/// on core's stores; `security` says what a session may do, `web` shows the forms.
@NullMarked
package org.broadsheet.server.account;

import org.jspecify.annotations.NullMarked;
