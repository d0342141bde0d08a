/// Populations, trainings, fits and mixtures against closed forms and hand-made cases.
@NullMarked
package org.broadsheet.methods.shift;

import org.jspecify.annotations.NullMarked;
