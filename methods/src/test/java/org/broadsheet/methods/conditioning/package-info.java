/// Memories, laws and experiments against closed forms and each other.
@NullMarked
package org.broadsheet.methods.conditioning;

import org.jspecify.annotations.NullMarked;
