/// The papers that run, one package each: thin, over the methods. A package knows its method and
/// the lab, never another reproduction, and is listed in `META-INF/services`.
@NullMarked
package org.broadsheet.reproductions;

import org.jspecify.annotations.NullMarked;
