/// Turns text into terms that search compares: accents, LaTeX and endings off, compounds both whole
/// and in parts. Every index uses it, so that all find the same papers; see docs/search.md.
@NullMarked
package org.broadsheet.search.analysis;

import org.jspecify.annotations.NullMarked;
