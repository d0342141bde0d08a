@NullMarked
package org.broadsheet.moderation;

import org.jspecify.annotations.NullMarked;
