/// Tests of the package of the same name.
@NullMarked
package org.broadsheet.server.sources.web;

import org.jspecify.annotations.NullMarked;
