package org.broadsheet.reproductions;

import org.broadsheet.lab.process.Arithmetic;
import org.broadsheet.methods.tensor.Kernels;

/// The kind of kernels that the methods use on this machine.
public final class MethodsArithmetic implements Arithmetic {
    @Override
    public String kind() {
        return Kernels.best().kind();
    }
}
