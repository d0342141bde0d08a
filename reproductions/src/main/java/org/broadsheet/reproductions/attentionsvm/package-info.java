/// "Transformers as Support Vector Machines" (2308.16898): which way attention's weights turn when
/// they are trained, measured with `methods.attentionsvm`. [AttentionMachines] states the claims;
/// each other class measures some of them.
@NullMarked
package org.broadsheet.reproductions.attentionsvm;

import org.jspecify.annotations.NullMarked;
