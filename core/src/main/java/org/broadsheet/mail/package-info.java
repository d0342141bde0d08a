/// Mail: one way out of the house for all of it. Knows none of the other packages but the text
/// rules; backends say where a message goes.
@NullMarked
package org.broadsheet.mail;

import org.jspecify.annotations.NullMarked;
