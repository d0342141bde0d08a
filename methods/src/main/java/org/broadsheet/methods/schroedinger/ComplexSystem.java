package org.broadsheet.methods.schroedinger;

/// This is a system of complex ordinary differential equations `dy/dt = f(t, y)`. A state is one
/// array: all real parts, then all imaginary ones.
public interface ComplexSystem {
    /// The number of complex unknowns; a state has twice as many numbers.
    int size();

    /// Writes f(t, y) into `slope`, which does not overlap `state`.
    void slope(double time, double[] state, double[] slope);
}
