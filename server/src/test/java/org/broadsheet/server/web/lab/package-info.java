@NullMarked
package org.broadsheet.server.web.lab;

import org.jspecify.annotations.NullMarked;
