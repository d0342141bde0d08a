package org.broadsheet.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The few platform threads on which the index works: two that write, four that search for virtual
/// threads, one that saves now and then. Each is started when it is first needed.
final class Threads implements AutoCloseable {
    private final ExecutorService searching = Executors.newFixedThreadPool(4, named("search-"));
    private final ExecutorService writing = Executors.newFixedThreadPool(2, named("search-write-"));
    private final ScheduledExecutorService saving =
            Executors.newSingleThreadScheduledExecutor(named("search-save-"));

    /// Calls on this thread, or on one of ours when this one is virtual.
    <T> T call(Callable<T> call) throws IOException {
        if (Thread.currentThread().isVirtual()) {
            return get(searching.submit(call));
        }
        try {
            return call.call();
        } catch (Exception e) {
            throw unwrapped(e);
        }
    }

    /// Returns when all are done.
    void all(List<Callable<Boolean>> parts) throws IOException {
        for (Future<Boolean> part : parts.stream().map(writing::submit).toList()) {
            get(part);
        }
    }

    ScheduledFuture<?> later(Runnable task, long delay, TimeUnit unit) {
        return saving.schedule(task, delay, unit);
    }

    private static <T> T get(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the search index worked", e);
        }
    }

    private static IOException unwrapped(@Nullable Throwable failure) throws IOException {
        switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> throw new IOException(failure);
        }
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }

    @Override
    public void close() {
        List.of(searching, writing, saving).forEach(ExecutorService::shutdown);
    }
}
