/// Linear regression learned in context by one layer of multi-head attention (arXiv:2503.12734):
/// the full model with its hand-written gradient, training on fresh prompts, what its heads come to
/// do, the paper's reduced model, and the predictors that it is compared with.
@NullMarked
package org.broadsheet.methods.incontext;

import org.jspecify.annotations.NullMarked;
