@NullMarked
package org.broadsheet.methods.attentionsvm;

import org.jspecify.annotations.NullMarked;
