/// The domain of Broadsheet, one package per feature. It knows no framework, database, index, HTTP
/// or mail type; the backends implement its interfaces and `server` puts them together.
@NullMarked
package org.broadsheet;

import org.jspecify.annotations.NullMarked;
