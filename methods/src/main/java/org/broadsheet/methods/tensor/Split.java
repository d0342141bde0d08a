package org.broadsheet.methods.tensor;

import java.util.concurrent.ForkJoinTask;

/// This is the handing out of work to threads: at fixed places, and only where no two parts write
/// the same element, so that the result has the same digits for any number of threads.
final class Split {
    /// Below so many multiply-adds a second thread costs more than it saves (15 to 30 µs to hand
    /// over a part).
    static final long ALONE = 200_000;

    private Split() {}

    interface Part {
        void run(int from, int to);
    }

    /// Does items 0 to `items` of the given cost, each in multiply-adds.
    static void over(int threads, int items, long cost, Part part) {
        if (threads == 1 || items * cost < ALONE) {
            part.run(0, items);
            return;
        }
        ForkJoinTask<?>[] others = new ForkJoinTask<?>[threads - 1];
        for (int i = 1; i < threads; i++) {
            int from = place(i, threads, items);
            int to = place(i + 1, threads, items);
            others[i - 1] = ForkJoinTask.adapt(() -> part.run(from, to)).fork();
        }
        part.run(0, place(1, threads, items));
        for (ForkJoinTask<?> other : others) {
            other.join();
        }
    }

    /// Where part i begins; on a multiple of 8 items if there are many, as tiles and lanes like it.
    private static int place(int i, int threads, int items) {
        int place = (int) ((long) items * i / threads);
        return i < threads && items >= 16L * threads ? place & ~7 : place;
    }
}
