/// How readers prove who they are: passwords' hashes, mail addresses, sessions, and secrets that
/// work once. Knows readers and the text rules; nothing of it is shown to other readers.
@NullMarked
package org.broadsheet.account;

import org.jspecify.annotations.NullMarked;
