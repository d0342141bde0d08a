package org.broadsheet.lab.process;

/// Names the kind of arithmetic kernels that methods use on this machine: kinds may differ in the
/// last bits, so the kind is a part of a run's name. Found by `ServiceLoader`; without one the kind
/// is `plain`.
public interface Arithmetic {
    /// As in `vector-256`.
    String kind();
}
