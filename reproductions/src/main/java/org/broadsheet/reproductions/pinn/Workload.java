package org.broadsheet.reproductions.pinn;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Setting;
import org.broadsheet.reproductions.pinn.Learning.Learned;

/// Trainings of one part, on all cores; each draws from sources of its own, so that the results do
/// not depend on their order.
///
/// @param part what is told of the progress, as in `Legendre`
record Workload(String part, Setting setting, Bench bench) {
    /// @return for each learning its repetitions, in order
    List<List<Learned>> run(List<Learning> learnings, int repetitions) {
        int count = learnings.size() * repetitions;
        AtomicInteger done = new AtomicInteger();
        bench.progress(part, 0, count);
        List<Learned> all =
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> {
                            Learned learned =
                                    learnings.get(i / repetitions).run(setting, i % repetitions);
                            bench.progress(part, done.incrementAndGet(), count);
                            return learned;
                        })
                        .toList();
        return IntStream.range(0, learnings.size())
                .mapToObj(i -> all.subList(i * repetitions, (i + 1) * repetitions))
                .toList();
    }
}
