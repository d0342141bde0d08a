/// The lab's parts of pages: reports, exhibits, forms and runs under way, made of what the
/// laboratory knows. The controllers in `web` answer with them.
@NullMarked
package org.broadsheet.server.web.lab;

import org.jspecify.annotations.NullMarked;
