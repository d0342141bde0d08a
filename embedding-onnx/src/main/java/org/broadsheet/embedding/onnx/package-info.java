/// Core's embedder interface over ONNX Runtime and a sentence model that ships as a jar.
@NullMarked
package org.broadsheet.embedding.onnx;

import org.jspecify.annotations.NullMarked;
