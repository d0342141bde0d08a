/// "In-Context Linear Regression Demystified" (2503.12734): what the heads of one attention layer
/// become when it learns regression from examples, measured with `methods.incontext`.
/// [InContextRegression] states the claims and trains; each other class measures some of them.
@NullMarked
package org.broadsheet.reproductions.incontext;

import org.jspecify.annotations.NullMarked;
