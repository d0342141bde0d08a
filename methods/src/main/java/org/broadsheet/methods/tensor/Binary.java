package org.broadsheet.methods.tensor;

/// This is a function of two elements. The comparisons give 1 where they hold, else 0.
enum Binary {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MIN,
    MAX,
    GREATER,
    EQUAL
}
