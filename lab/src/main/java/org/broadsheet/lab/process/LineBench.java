package org.broadsheet.lab.process;

import java.io.PrintStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Recording;

/// The bench inside the run's process: each call is checked as the outside will check it, so that
/// the run meets its own mistakes, and written as a line.
final class LineBench implements Bench {
    private static final long NANOS_BETWEEN_PROGRESS = 50_000_000;
    private static final int MOST_LINES = 2_000;

    private final PrintStream out;
    private final Recording limits = new Recording();
    private long progressToldAt = System.nanoTime() - NANOS_BETWEEN_PROGRESS;
    private String stage = "";
    private int lines;

    LineBench(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void progress(String stage, long done, long total) {
        long now = System.nanoTime();
        if (!stage.equals(this.stage)
                || done == total
                || now - progressToldAt >= NANOS_BETWEEN_PROGRESS) {
            this.stage = stage;
            progressToldAt = now;
            tell(new Told.Progress(stage, done, total));
        }
    }

    /// More lines than a report keeps are dropped here already, and still counted there.
    @Override
    public synchronized void log(String line) {
        if (++lines <= MOST_LINES) {
            tell(new Told.Log(line));
        }
    }

    @Override
    public synchronized void metric(String name, double value) {
        limits.metric(name, value);
        tell(new Told.Metric(name, value));
    }

    @Override
    public synchronized void show(Exhibit exhibit) {
        limits.show(exhibit);
        tell(new Told.Show(exhibit));
    }

    @Override
    public synchronized void file(String name, byte[] content) {
        limits.file(name, content);
        tell(new Told.File(name, content));
    }

    synchronized void tell(Told told) {
        out.println(LabJson.write(told));
        out.flush();
    }
}
