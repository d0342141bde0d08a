/// "Task structure and nonlinearity jointly determine learned representational geometry"
/// (2401.13558): what the paper claims of the geometries that tanh and ReLU networks learn,
/// measured with `methods.geometry`. [LearnedGeometry] states the claims; each other class measures
/// some of them.
@NullMarked
package org.broadsheet.reproductions.geometry;

import org.jspecify.annotations.NullMarked;
