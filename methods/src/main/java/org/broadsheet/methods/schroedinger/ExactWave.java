package org.broadsheet.methods.schroedinger;

/// This is a solution of `iψ_t + ½ψ_xx + |ψ|²ψ = 0` that is known in closed form.
public interface ExactWave {
    /// The solution on a grid at a time, any finite one.
    Wave at(Grid grid, double time);
}
