package org.broadsheet.lab;

import java.util.List;
import org.broadsheet.paper.PaperId;

/// A paper's method, ready to be run so that its claims are measured. Found by `ServiceLoader` in
/// the run's own process only, and made there by its public constructor without arguments.
///
/// A run must be deterministic: the same setting gives the same metrics to the last bit. Randomness
/// comes from [Setting#random] alone, and nothing depends on the clock or on how threads are
/// scheduled.
public interface Reproduction {
    PaperId paper();

    /// What is reproduced, what is not, and how it differs from the paper.
    Abstract about();

    /// What a reader may turn, in the order of the form. Names differ.
    List<Parameter> parameters();

    /// What the paper claims and how each claim is decided, in the order of the table.
    List<Claim> claims();

    /// Runs the method and tells the bench what it measures. Whatever it throws ends the run as
    /// failed, with the exception's message as the reason.
    ///
    /// @param setting complete, and within the ranges of [#parameters]
    void run(Setting setting, Bench bench) throws Exception;
}
