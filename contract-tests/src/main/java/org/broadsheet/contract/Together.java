package org.broadsheet.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Runs tasks at the same moment on threads of their own.
public final class Together {
    private Together() {}

    /// Starts task 0 to count - 1 together and returns their results in order.
    public static <T> List<T> run(int count, IntFunction<Callable<T>> task) {
        CyclicBarrier start = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Callable<T> one = task.apply(i);
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return one.call();
                        }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a task failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
