/// The pages: a controller makes a record per page, and a JTE template of the same name draws it.
@NullMarked
package org.broadsheet.server.web;

import org.jspecify.annotations.NullMarked;
