/// "Understanding Transformers through the Lens of Pavlovian Conditioning" (2508.08289): attention
/// as a memory of stimuli and outcomes, measured with `methods.conditioning`.
/// [PavlovianConditioning] states the claims; each other class measures one of them.
@NullMarked
package org.broadsheet.reproductions.conditioning;

import org.jspecify.annotations.NullMarked;
