/// The JSON API: the reading half, with the paths, parameters, shapes and errors of the hosted
/// page's, so that its clients work here; what only we know is in each object's `broadsheet`.
/// `docs/api.md` lists the routes.
@NullMarked
package org.broadsheet.server.api;

import org.jspecify.annotations.NullMarked;
