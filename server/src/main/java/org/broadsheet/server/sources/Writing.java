package org.broadsheet.server.sources;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.broadsheet.source.Intake;
import org.broadsheet.source.Kept;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Statement;

/// Hands readings in batches to the thread that writes, so that reading and writing go on side by
/// side; where writing is slower, reading waits. For one file and one reading thread.
final class Writing {
    private static final int MOST_READINGS = 2_000;
    private static final long MOST_LETTERS = 4 << 20;
    private static final int MOST_WAITING = 3;

    private final Intake intake;
    private final ExecutorService writer;
    private final Queue<Future<Kept>> waiting = new ArrayDeque<>();
    private List<Reading> batch = new ArrayList<>();
    private long letters;
    private Kept kept = Kept.NOTHING;

    Writing(Intake intake, ExecutorService writer) {
        this.intake = intake;
        this.writer = writer;
    }

    /// Adds a reading; true when it completed a batch.
    boolean add(Reading reading) throws InterruptedException {
        batch.add(reading);
        letters += letters(reading);
        if (batch.size() < MOST_READINGS && letters < MOST_LETTERS) {
            return false;
        }
        hand();
        return true;
    }

    /// Waits until all is written.
    Kept finish() throws InterruptedException {
        hand();
        while (!waiting.isEmpty()) {
            await();
        }
        return kept;
    }

    private void hand() throws InterruptedException {
        List<Reading> full = batch;
        batch = new ArrayList<>();
        letters = 0;
        if (waiting.size() == MOST_WAITING) {
            await();
        }
        waiting.add(writer.submit(() -> intake.keep(full)));
    }

    private void await() throws InterruptedException {
        try {
            kept = kept.plus(waiting.remove().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long letters(Reading reading) {
        return switch (reading) {
            case Statement told ->
                    told.paper().abstractText().length() + 40L * told.paper().authors().size();
            case Reading.SetAside aside -> aside.reject().raw().length();
        };
    }
}
