package org.broadsheet.methods.hopfield;

import java.util.ArrayList;
import java.util.List;

/// This is the way of a state from the query to where it was stopped: all `states` and their
/// `energies`, the query's first; `converged` tells whether the last update fell under the
/// threshold.
public record Retrieval(List<double[]> states, List<Double> energies, boolean converged) {

    public Retrieval {
        states = List.copyOf(states);
        energies = List.copyOf(energies);
    }

    /// The last state.
    public double[] state() {
        return states.getLast();
    }

    /// The number of updates made.
    public int steps() {
        return states.size() - 1;
    }

    static Retrieval run(AssociativeMemory memory, double[] query, Stopping stopping) {
        List<double[]> states = new ArrayList<>();
        List<Double> energies = new ArrayList<>();
        double[] state = query.clone();
        boolean converged = false;
        states.add(state);
        energies.add(memory.energy(state));
        while (!converged && states.size() <= stopping.maximumSteps()) {
            double[] next = memory.update(state);
            converged = Distance.between(state, next) <= stopping.change();
            state = next;
            states.add(state);
            energies.add(memory.energy(state));
        }
        return new Retrieval(states, energies, converged);
    }
}
