package org.broadsheet.methods.pinn;

import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Layer;

/// This is a function of one variable with parameters: a network, or a series of polynomials.
public interface FreeFunction extends Layer {
    /// @param s from -1 to 1, shape (n, 1)
    Jet of(Jet s);
}
