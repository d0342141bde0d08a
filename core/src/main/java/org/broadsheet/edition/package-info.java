/// Editions: which papers make up a day, a week, a month; when the day turns over; in which order
/// the papers stand and why. Orders are derived from submissions, votes and counts, never stored.
@NullMarked
package org.broadsheet.edition;

import org.jspecify.annotations.NullMarked;
