package org.broadsheet.methods.pinn;

import java.util.List;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is c₀ T₀(s) + c₁ T₁(s) + ... of the polynomials of Chebyshev, its coefficients to be found.
public final class ChebyshevSeries implements FreeFunction {
    private final Tensor coefficients;

    /// A series that is 0 everywhere.
    ///
    /// @param terms 2 or more
    public ChebyshevSeries(Tensors tensors, int terms) {
        if (terms < 2) {
            throw new IllegalArgumentException(terms + " terms; accepted are 2 or more");
        }
        coefficients = tensors.zeros(1, terms).parameter();
    }

    /// T₀ = 1, T₁ = s, Tₖ₊₁ = 2 s Tₖ - Tₖ₋₁, with their derivatives.
    @Override
    public Jet of(Jet s) {
        Tensors tensors = coefficients.maker();
        Jet before = s.times(tensors.scalar(0)).plus(tensors.scalar(1));
        Jet polynomial = s;
        Jet sum = term(before, 0).plus(term(s, 1));
        for (int k = 2; k < coefficients.size(); k++) {
            Jet next = s.times(polynomial).times(tensors.scalar(2)).minus(before);
            before = polynomial;
            polynomial = next;
            sum = sum.plus(term(polynomial, k));
        }
        return sum;
    }

    private Jet term(Jet polynomial, int k) {
        return polynomial.times(coefficients.slice(1, k, k + 1));
    }

    /// c₀, c₁, ...
    public double[] coefficients() {
        return coefficients.toArray();
    }

    @Override
    public List<Tensor> parameters() {
        return List.of(coefficients);
    }
}
