@NullMarked
package org.broadsheet.lab;

import org.jspecify.annotations.NullMarked;
