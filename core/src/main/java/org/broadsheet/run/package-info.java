/// Runs of reproductions as the store knows them: who asked for what, how far it is, and the report
/// at its end. What a setting and a report say inside is the lab's business.
@NullMarked
package org.broadsheet.run;

import org.jspecify.annotations.NullMarked;
