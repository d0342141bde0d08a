package org.broadsheet.methods.tensor;

/// This is a view of an array as a matrix: element (i, j) stands at `at + i rowStep + j
/// columnStep`.
record Matrix(Array array, int at, int rows, int columns, int rowStep, int columnStep) {
    /// The matrix whose rows stand one after another.
    static Matrix of(Array array, int at, int rows, int columns) {
        return new Matrix(array, at, rows, columns, columns, 1);
    }

    Matrix transposed() {
        return new Matrix(array, at, columns, rows, columnStep, rowStep);
    }

    Matrix rows(int from, int to) {
        return part(from, 0, to - from, columns);
    }

    /// The part of so many rows and columns whose first element is (row, column).
    Matrix part(int row, int column, int rows, int columns) {
        int start = at + row * rowStep + column * columnStep;
        return new Matrix(array, start, rows, columns, rowStep, columnStep);
    }

    /// The same matrix with its columns side by side; a copy where they are not.
    Matrix dense() {
        if (columnStep == 1) {
            return this;
        }
        Array copy = array.zeros(rows * columns);
        copy.transpose(0, array, at, columnStep, columns, rows);
        return of(copy, 0, rows, columns);
    }
}
