/// Sentence vectors in the JVM: core's embedder over ONNX Runtime, with the model and its
/// vocabulary from a jar. No network, ever. The model's file is laid out once under the home.
@NullMarked
package org.broadsheet.embedding.onnx;

import org.jspecify.annotations.NullMarked;
