package org.broadsheet.methods.geometry;

import java.util.ArrayList;
import java.util.List;

/// This is the early learning of one hidden neuron, whose output weight is fixed and whose network
/// does not answer yet: dw/dt = E[y f′(w x) x], the mean over the conditions of a task without
/// noise, with y = ±1 for the label (the gradient field of arXiv:2401.13558). Where f is flat on
/// one side only, a neuron no longer sees the conditions on that side, and turns to the others.
///
/// @param task its first output is learned
public record WeightFlow(ConditionTask task, Activation activation) {
    /// dw/dt at w.
    ///
    /// @param weights w, as many as the task has inputs
    public double[] at(double[] weights) {
        double[] flow = new double[weights.length];
        for (int condition = 0; condition < task.conditions(); condition++) {
            double[] x = task.means()[condition];
            double sign = task.labels()[condition][0] == 1 ? 1 : -1;
            double slope = activation.slope(Geometry.dot(weights, x));
            for (int i = 0; i < flow.length; i++) {
                flow[i] += sign * slope * x[i] / task.conditions();
            }
        }
        return flow;
    }

    /// The way of a neuron by Euler's steps.
    ///
    /// @param start w at time 0
    /// @param step of time, above 0
    /// @param steps from 0
    /// @return w at time 0 and after each step
    public List<double[]> follow(double[] start, double step, int steps) {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY) || steps < 0) {
            throw new IllegalArgumentException(
                    "step %s and %d steps; accepted are a finite step above 0, and steps from 0"
                            .formatted(step, steps));
        }
        List<double[]> way = new ArrayList<>();
        way.add(start.clone());
        for (int i = 0; i < steps; i++) {
            double[] weights = way.getLast().clone();
            double[] flow = at(weights);
            for (int j = 0; j < weights.length; j++) {
                weights[j] += step * flow[j];
            }
            way.add(weights);
        }
        return way;
    }
}
