/// Draws exhibits as SVG: plain shapes with class names, which a page's style sheet colours for
/// light and dark, or which [Drawing#standalone] colours by itself.
@NullMarked
package org.broadsheet.lab.chart;

import org.jspecify.annotations.NullMarked;
