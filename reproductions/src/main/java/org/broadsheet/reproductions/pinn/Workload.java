package org.broadsheet.reproductions.pinn;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Setting;
import org.broadsheet.reproductions.pinn.Learning.Learned;
import org.jspecify.annotations.Nullable;

/// Trainings of one part, on all cores; each draws from sources of its own, so that the results do
/// not depend on their order.
///
/// @param part what is told of the progress, as in `Legendre`
record Workload(String part, Setting setting, Bench bench) {
    /// A training that came to its end, or why not: a fork-join pool would replace the exception by
    /// one without words.
    private record Ended(@Nullable Learned learned, @Nullable ArithmeticException failure) {
        Learned orThrow() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(learned);
        }
    }

    /// @return for each learning its repetitions, in order
    /// @throws ArithmeticException of the first training, in that order, that diverged
    List<List<Learned>> run(List<Learning> learnings, int repetitions) {
        int count = learnings.size() * repetitions;
        AtomicInteger done = new AtomicInteger();
        bench.progress(part, 0, count);
        List<Ended> ended =
                IntStream.range(0, count)
                        .parallel()
                        .mapToObj(i -> {
                            Ended one = end(learnings.get(i / repetitions), i % repetitions);
                            bench.progress(part, done.incrementAndGet(), count);
                            return one;
                        })
                        .toList();
        List<Learned> all = ended.stream().map(Ended::orThrow).toList();
        return IntStream.range(0, learnings.size())
                .mapToObj(i -> all.subList(i * repetitions, (i + 1) * repetitions))
                .toList();
    }

    private Ended end(Learning learning, int repetition) {
        try {
            return new Ended(learning.run(setting, repetition), null);
        } catch (ArithmeticException e) {
            return new Ended(null, e);
        }
    }
}
