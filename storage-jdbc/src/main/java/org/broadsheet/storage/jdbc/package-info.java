/// Core's storage interfaces over SQLite and PostgreSQL, with one SQL for both.
@NullMarked
package org.broadsheet.storage.jdbc;

import org.jspecify.annotations.NullMarked;
