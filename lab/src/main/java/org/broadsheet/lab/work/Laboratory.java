package org.broadsheet.lab.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.job.JobQueue;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Report;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore;

/// Asks for runs and tells of them. What runs them is [RunWorker], here or on another node.
public final class Laboratory {
    /// The kind of the jobs; their subject is the run.
    static final String JOB = "run";

    private static final int MOST_LOOKED_AT = 1_000;
    private static final Comparator<Summary> WEIGHT =
            Comparator.comparing(Summary::isStandard).thenComparing(Summary::size);

    private final Catalogue catalogue;
    private final RunStore runs;
    private final JobQueue jobs;
    private final Clock clock;
    private volatile Runnable bell = () -> {};

    public Laboratory(Catalogue catalogue, RunStore runs, JobQueue jobs, Clock clock) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /// The name of a run: a hash of all that its numbers depend on.
    public RunId name(Descriptor descriptor, Setting setting) {
        return name(descriptor.paper(), descriptor.about().version(), setting, catalogue.kernel());
    }

    static RunId name(PaperId paper, int version, Setting setting, String kernel) {
        String text =
                String.join("\n", paper.value(), "" + version, LabJson.write(setting), kernel);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new RunId(HexFormat.of().formatHex(digest).substring(0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Asks for a run and returns at once. One that is done already is not run again.
    ///
    /// @return the run as it is now
    public Run ask(Descriptor descriptor, Setting setting) {
        RunId id = name(descriptor, setting);
        Run run = runs.ask(id, descriptor.paper(), LabJson.write(setting), clock.instant());
        if (run.state() == Run.State.WAITING) {
            jobs.offer(JOB, id.value(), clock.instant());
            bell.run();
        }
        return run;
    }

    /// Ends a run that waits or runs; its process is gone within a second.
    ///
    /// @return false when it was at its end, or is unknown
    public boolean cancel(RunId id) {
        boolean ended = runs.end(id, new RunStore.Outcome.Cancelled(), clock.instant());
        bell.run();
        return ended;
    }

    public Optional<Run> find(RunId id) {
        return runs.find(id);
    }

    /// The runs of these papers, of all if none is named, the latest asked first.
    public List<Run> latest(Collection<PaperId> papers, int limit) {
        return runs.latest(papers, limit);
    }

    /// The run whose report speaks for each of these papers, of all if none is named: one with the
    /// standard parameters before others, a larger one before a smaller, a later one before an
    /// earlier. Papers without a report are left out.
    public Map<PaperId, Run> standing(Collection<PaperId> papers) {
        Map<PaperId, Run> standing = new HashMap<>();
        for (Run run : runs.latest(papers, MOST_LOOKED_AT)) {
            if (run.state() == Run.State.DONE) {
                standing.merge(run.paper(), run, this::weightier);
            }
        }
        return standing;
    }

    /// The later one stands unless the earlier one weighs more.
    private Run weightier(Run later, Run earlier) {
        return WEIGHT.compare(summary(earlier), summary(later)) > 0 ? earlier : later;
    }

    public Optional<Report> report(RunId id) {
        return runs.report(id).map(text -> LabJson.read(text, Report.class));
    }

    public Optional<byte[]> file(RunId id, String name) {
        return runs.file(id, name);
    }

    public Setting setting(Run run) {
        return LabJson.read(run.setting(), Setting.class);
    }

    public Live live(Run run) {
        return Live.read(run.live());
    }

    /// Of a run that is done.
    public Summary summary(Run run) {
        return Summary.read(run.summary());
    }

    /// Takes in a report that was made elsewhere, unless its run is known here.
    ///
    /// @return whether it was taken in
    public boolean takeIn(Report report, Map<String, byte[]> files) {
        if (runs.find(report.run()).isPresent()) {
            return false;
        }
        runs.ask(
                report.run(),
                report.paper(),
                LabJson.write(report.setting()),
                report.provenance().started());
        return runs.begin(report.run(), report.provenance().started()) && keep(report, files);
    }

    /// Ends a run with its report.
    boolean keep(Report report, Map<String, byte[]> files) {
        var done =
                new RunStore.Outcome.Done(LabJson.write(report), Summary.of(report).text(), files);
        return runs.end(report.run(), done, clock.instant());
    }

    RunStore runs() {
        return runs;
    }

    JobQueue jobs() {
        return jobs;
    }

    Clock clock() {
        return clock;
    }

    /// Called whenever there may be something to do.
    void onWork(Runnable bell) {
        this.bell = bell;
    }
}
