package org.broadsheet.server.text;

import org.broadsheet.search.Hit.Mark;

/// A run of text as a page sets it.
public sealed interface Span {
    /// What stands there for somebody who reads it without a script.
    String readable();

    /// Whether a search found it.
    Mark mark();

    record Words(String readable, Mark mark) implements Span {}

    /// A short word with a hyphen, which is not to be broken there.
    record Unbroken(String readable, Mark mark) implements Span {}

    /// A formula. Without a script it reads in Unicode, with one it is typeset from its LaTeX.
    record Maths(String readable, String latex, Setting setting, Mark mark) implements Span {
        private static final int SHORT = 14;
        private static final int LONG = 50;

        /// The style's further name for a formula that may be wider than its column, for it is not
        /// broken; empty for the others.
        public String width() {
            int length = readable.length();
            return length <= SHORT ? "" : length <= LONG ? " formula--long" : " formula--longest";
        }
    }

    enum Setting {
        INLINE,
        DISPLAY
    }
}
