/// The geometry of learned representations after "Task structure and nonlinearity jointly determine
/// learned representational geometry" (arXiv:2401.13558, 2024): tasks over a few conditions
/// ([ConditionTask]), networks with hidden layers that learn them ([HiddenLayerNetwork],
/// [Training]), and what is measured of how they represent the conditions ([Geometry], [Decoding]).
@NullMarked
package org.broadsheet.methods.geometry;

import org.jspecify.annotations.NullMarked;
