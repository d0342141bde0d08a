package org.broadsheet.benchmarks.ordinal;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.broadsheet.methods.dynamics.Maps;
import org.broadsheet.methods.dynamics.Noise;
import org.broadsheet.methods.ordinal.EntropyComplexity;
import org.broadsheet.methods.ordinal.PermutationEntropy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One call with one series. Noise is the hard one: no comparison can be foreseen.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PermutationEntropyBenchmark {
    private static final int LENGTH = 32_768;

    @Param({"logistic map", "white noise"})
    private String series = "";

    @Param({"5", "7"})
    private int order;

    private double[] values = {};
    private PermutationEntropy measure = new PermutationEntropy(5, 1);

    @Setup
    public void make() {
        measure = new PermutationEntropy(order, 1);
        values =
                series.equals("white noise")
                        ? Noise.normal(LENGTH, new Random(1))
                        : Maps.logistic(4, 0.1, LENGTH);
    }

    @Benchmark
    public EntropyComplexity point() {
        return measure.of(values);
    }
}
