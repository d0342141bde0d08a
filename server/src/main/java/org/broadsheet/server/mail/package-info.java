/// Where the house's mail goes: a folder of `.eml` files. All mail goes through core's `Outbox`.
@NullMarked
package org.broadsheet.server.mail;

import org.jspecify.annotations.NullMarked;
