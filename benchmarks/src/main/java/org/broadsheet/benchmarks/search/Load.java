package org.broadsheet.benchmarks.search;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.Samples;
import org.broadsheet.benchmarks.process.Schedule;
import org.broadsheet.benchmarks.process.Site;

/// Asks a site one address after the other, and begins anew when they are through.
record Load(Site site, List<URI> addresses) {
    /// Asks at a constant rate and never waits for an answer before the next question (an open
    /// loop), so that a slow answer makes the questions behind it late and is counted for them,
    /// too.
    ///
    /// @return milliseconds from when each question was due to the end of its answer
    Samples atRate(double perSecond, Duration time) {
        var schedule = new Schedule(System.nanoTime() + 1_000_000, perSecond);
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        for (int i = 0; i < schedule.within(time); i++) {
            long due = schedule.dueNanos(i);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            answers.add(
                    site.client()
                            .sendAsync(request(i), BodyHandlers.ofByteArray())
                            .thenApply(answer -> millisecondsSince(due, answer)));
        }
        return Samples.of(answers.stream().map(CompletableFuture::join).toList());
    }

    /// Asks from this many connections, each as soon as it has its answer (a closed loop).
    ///
    /// @return answers a second
    double asFastAsItCan(int connections, Duration time) {
        long begun = System.nanoTime();
        var asked = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                all.add(CompletableFuture.runAsync(() -> ask(asked, begun, time), clients));
            }
            all.forEach(CompletableFuture::join);
        }
        return asked.get() * 1e9 / (System.nanoTime() - begun);
    }

    private void ask(AtomicInteger asked, long begun, Duration time) {
        while (System.nanoTime() - begun < time.toNanos()) {
            URI address = addresses.get(asked.getAndIncrement() % addresses.size());
            site.getWhole(address.getRawPath() + "?" + address.getRawQuery());
        }
    }

    private HttpRequest request(int i) {
        return HttpRequest.newBuilder(addresses.get(i % addresses.size())).build();
    }

    private static double millisecondsSince(long dueNanos, HttpResponse<byte[]> answer) {
        long now = System.nanoTime();
        if (answer.statusCode() != 200) {
            throw new CannotMeasure(
                    "%s answered %d, not 200.".formatted(answer.uri(), answer.statusCode()));
        }
        return (now - dueNanos) / 1e6;
    }
}
