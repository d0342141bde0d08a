package org.broadsheet.benchmarks.tensor;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.broadsheet.methods.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A product of two square matrices.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // by JMH
public class Products {
    @Param({"64", "256", "1024"})
    int n;

    @Param Kind kind = Kind.FLOATS;

    @Param({"1", "2"})
    int threads;

    private Tensor a;
    private Tensor b;

    @Setup
    public void fill() {
        a = kind.tensors(threads).normal(new SplittableRandom(1), n, n);
        b = kind.tensors(threads).normal(new SplittableRandom(2), n, n);
    }

    @Benchmark
    public Tensor product() {
        return a.matmul(b);
    }
}
