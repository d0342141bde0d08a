/// How the house's mail leaves it: letters as MIME, signed, by SMTP or, where no server is named,
/// as files. What is to go to whom is core's `delivery`.
@NullMarked
package org.broadsheet.server.mail;

import org.jspecify.annotations.NullMarked;
