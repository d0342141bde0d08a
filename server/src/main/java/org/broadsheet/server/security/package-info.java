/// Who may do what, and which requests are believed: [Access] with its six rights, the Host and
/// Origin checks, and the headers that every answer carries. `config` puts them into the chain.
@NullMarked
package org.broadsheet.server.security;

import org.jspecify.annotations.NullMarked;
