package org.broadsheet.server.web.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Abstract.Family;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.report.ReportText;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.lab.work.Summary;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.server.web.lab.Repertoire.Known;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.ClaimRow;
import org.broadsheet.server.web.page.Evidence;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.LabPage;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Marks;
import org.broadsheet.server.web.page.PaperPage;
import org.broadsheet.server.web.page.Progress;
import org.broadsheet.server.web.page.ReportPart;
import org.broadsheet.server.web.page.Rows;
import org.broadsheet.server.web.page.RunForm;
import org.broadsheet.server.web.page.RunIt;
import org.broadsheet.server.web.page.RunLine;
import org.broadsheet.server.web.page.RunNow;
import org.broadsheet.server.web.page.RunPage;

/// Makes the lab's parts of pages.
public final class LabParts {
    private static final int RECENT = 8;
    private static final int ON_A_PAPER = 3;
    private static final int ALL = 60;
    private static final int LATEST = 200;

    private final Laboratory lab;
    private final Repertoire repertoire;

    public LabParts(Laboratory lab, Repertoire repertoire) {
        this.lab = lab;
        this.repertoire = repertoire;
    }

    public Laboratory lab() {
        return lab;
    }

    public Known known() {
        return repertoire.known();
    }

    /// The verdicts of the reports that stand for these papers; papers without one are left out.
    public Map<PaperId, Marks> marks(Collection<PaperId> papers) {
        return papers.isEmpty()
                ? Map.of()
                : lab.standing(papers).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        one -> new Marks(lab.summary(one.getValue()).verdicts())));
    }

    /// The first picture and the first measured claim of the report that stands for the paper.
    public Optional<Evidence> evidence(PaperId paper) {
        return Optional.ofNullable(lab.standing(List.of(paper)).get(paper))
                .flatMap(run -> lab.report(run.id()))
                .flatMap(ReportParts::evidence);
    }

    /// The part of the paper's page where it is run.
    public RunIt runIt(Descriptor descriptor, RunWish wish, Allowed allowed) {
        List<Run> recent = lab.latest(List.of(descriptor.paper()), RECENT);
        Optional<Report> report = shown(descriptor, wish).flatMap(run -> lab.report(run.id()));
        Optional<ReportPart> part = report.map(one -> ReportParts.of(one, ON_A_PAPER));
        Optional<Run> now =
                wish.run()
                        .filter(run -> run.state() != Run.State.DONE)
                        .or(() -> recent.stream().filter(run -> !run.state().isEnd()).findFirst());
        return new RunIt(
                descriptor.paper(),
                report.map(Report::about).orElse(descriptor.about()),
                part.map(ReportPart::claims).orElseGet(() -> claims(descriptor)),
                part,
                wish.answered() && part.isPresent(),
                now.map(run -> now(run, Optional.of(descriptor), RunNow.Back.PAPER, allowed)),
                allowed.toRun() ? Optional.of(form(descriptor, wish, recent)) : Optional.empty(),
                allowed.reason(),
                recent.stream().map(run -> line(run, descriptor.parameters())).toList());
    }

    private Optional<Run> shown(Descriptor descriptor, RunWish wish) {
        return wish.run()
                .filter(run -> run.state() == Run.State.DONE)
                .or(() ->
                        Optional.ofNullable(
                                lab.standing(List.of(descriptor.paper())).get(descriptor.paper())));
    }

    private static List<ClaimRow> claims(Descriptor descriptor) {
        return descriptor.claims().stream().map(ReportParts::row).toList();
    }

    private RunForm form(Descriptor descriptor, RunWish wish, List<Run> recent) {
        RunForms forms = forms(descriptor, recent);
        return wish.refused()
                .or(() -> wish.size().map(forms::fresh))
                .or(() ->
                        wish.run()
                                .map(lab::setting)
                                .filter(setting -> isOf(descriptor, setting))
                                .map(forms::of))
                .orElseGet(() -> forms.fresh(Size.QUICK));
    }

    /// A setting of an older version may have other parameters.
    private static boolean isOf(Descriptor descriptor, Setting setting) {
        return descriptor.parameters().stream()
                .map(Parameter::name)
                .collect(Collectors.toSet())
                .equals(setting.values().keySet());
    }

    private RunForms forms(Descriptor descriptor, List<Run> recent) {
        Map<Size, String> took = new EnumMap<>(Size.class);
        for (Run run : recent) {
            if (run.state() == Run.State.DONE) {
                Summary summary = lab.summary(run);
                took.putIfAbsent(summary.size(), ReportText.duration(summary.seconds()));
            }
        }
        return new RunForms(descriptor, took);
    }

    /// Reads a form that came back.
    ///
    /// @param values by the fields' names
    /// @return the setting, or the form with what is refused
    /// @throws IllegalArgumentException for a size or a field that there is not
    public FormReading read(Descriptor descriptor, String size, Map<String, String> values) {
        RunForms forms = forms(descriptor, lab.latest(List.of(descriptor.paper()), RECENT));
        return switch (forms.read(new RunForms.Typed(Size.of(size), values))) {
            case RunForms.Reading.Accepted(Setting setting) ->
                    new FormReading(Optional.of(setting), Optional.empty());
            case RunForms.Reading.Refused(RunForm form) ->
                    new FormReading(Optional.empty(), Optional.of(form));
        };
    }

    /// One of the two is there.
    public record FormReading(Optional<Setting> setting, Optional<RunForm> refused) {}

    /// How the run stands now.
    public Progress progress(Run run) {
        return Underway.progress(run.id(), lab.live(run), known().of(run.paper()));
    }

    private RunNow now(
            Run run, Optional<Descriptor> descriptor, RunNow.Back back, Allowed allowed) {
        return new RunNow(
                run.id(),
                run.state(),
                setting(run, descriptor),
                run.message(),
                Underway.progress(run.id(), lab.live(run), descriptor),
                allowed.toRun() && descriptor.isPresent(),
                back);
    }

    private String setting(Run run, Optional<Descriptor> descriptor) {
        return Words.setting(
                descriptor.map(Descriptor::parameters).orElse(List.of()), lab.setting(run));
    }

    private RunLine line(Run run, List<Parameter> parameters) {
        Optional<Summary> summary =
                run.state() == Run.State.DONE ? Optional.of(lab.summary(run)) : Optional.empty();
        return new RunLine(
                run.id(),
                summary.map(one -> new Marks(one.verdicts())),
                Words.state(run),
                Words.setting(parameters, lab.setting(run)),
                summary.map(one -> ReportText.duration(one.seconds())).orElse(""),
                Optional.of(Words.brief(run.ended().orElse(run.asked()))));
    }

    /// The page of a run.
    public RunPage page(Run run, boolean answered, Allowed allowed, FrameOf frame) {
        Optional<Descriptor> descriptor = known().of(run.paper());
        Optional<Report> report = lab.report(run.id());
        Optional<Abstract> about =
                report.map(Report::about).or(() -> descriptor.map(Descriptor::about));
        String title = about.map(Abstract::title).orElse(run.paper().value());
        List<Parameter> parameters =
                report.map(Report::parameters)
                        .or(() -> descriptor.map(Descriptor::parameters))
                        .orElse(List.of());
        return new RunPage(
                frame.of(title),
                run.id(),
                title,
                Addresses.paper(run.paper()),
                about,
                answered && report.isPresent(),
                report.map(one -> ReportParts.of(one, ALL)),
                report.isPresent()
                        ? Optional.empty()
                        : Optional.of(now(run, descriptor, RunNow.Back.RUN, allowed)),
                settings(parameters, lab.setting(run)),
                report.map(LabParts::measured).orElse(new Rows(List.of(), List.of(), "")),
                report.map(LabParts::provenance).orElse(List.of()),
                report.map(LabParts::files).orElse(List.of()),
                report.map(Report::log).orElse(List.of()),
                allowed.reason());
    }

    /// Makes the frame of a page about a paper.
    public interface FrameOf {
        Frame of(String title);
    }

    private static Rows settings(List<Parameter> parameters, Setting setting) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Size", setting.size().word(), ""));
        rows.add(List.of("Seed", Long.toString(setting.seed()), ""));
        for (Parameter one : parameters) {
            String value = setting.values().getOrDefault(one.name(), "");
            String unit = one.knob().unit();
            rows.add(
                    List.of(
                            one.knob().label(),
                            unit.isEmpty() ? value : value + " " + unit,
                            value.equals(one.start(setting.size()))
                                    ? ""
                                    : "starts at " + one.start(setting.size())));
        }
        return new Rows(List.of("Setting", "Value", "Changed"), rows, "");
    }

    private static Rows measured(Report report) {
        return new Rows(
                List.of("Metric", "Mean", "95 % interval", "Repetitions"),
                report.metrics().stream()
                        .map(one ->
                                List.of(
                                        one.metric(),
                                        Figures.rounded(one.mean(), 6),
                                        one.values().size() == 1
                                                ? ""
                                                : Figures.rounded(one.low(), 4)
                                                        + " to "
                                                        + Figures.rounded(one.high(), 4),
                                        Integer.toString(one.values().size())))
                        .toList(),
                "");
    }

    private static List<PaperPage.Known> provenance(Report report) {
        var made = report.provenance();
        return List.of(
                new PaperPage.Known("Run", report.run().value(), ""),
                new PaperPage.Known("Reproduction", "version " + report.about().version(), ""),
                new PaperPage.Known("Time", ReportText.duration(made.seconds()), ""),
                new PaperPage.Known("Started", made.started().toString(), ""),
                new PaperPage.Known("Machine", made.machine(), ""),
                new PaperPage.Known("Cores", Integer.toString(made.cores()), ""),
                new PaperPage.Known("Java", made.java(), ""),
                new PaperPage.Known("Kernels", made.kernel(), ""),
                new PaperPage.Known("Code", made.code(), ""));
    }

    private static List<Link> files(Report report) {
        List<Link> files = new ArrayList<>();
        files.add(new Link(Addresses.run(report.run()) + ".json", "report.json"));
        report.files()
                .forEach(name -> files.add(new Link(Addresses.run(report.run(), name), name)));
        return files;
    }

    /// The overview of all reproductions.
    ///
    /// @param here the papers of the house among those that can be run
    public LabPage overview(Frame frame, Known known, Collection<PaperId> here, Allowed allowed) {
        Map<PaperId, Run> standing = lab.standing(List.of());
        Map<Family, List<Descriptor>> byFamily = new EnumMap<>(Family.class);
        known.all()
                .forEach(one ->
                        byFamily.computeIfAbsent(one.about().family(), _ -> new ArrayList<>())
                                .add(one));
        Map<Verdict, Long> totals = new EnumMap<>(Verdict.class);
        List<LabPage.Family> families = new ArrayList<>();
        byFamily.forEach((family, members) -> {
            families.add(family(family.title(), members, standing, here));
            verdicts(members, standing).forEach(one -> totals.merge(one, 1L, Long::sum));
        });
        return new LabPage(
                frame,
                papers(known.all().size()),
                totals,
                families,
                underway(known),
                known.trouble(),
                known.broken(),
                allowed.reason());
    }

    private static String papers(int count) {
        return count == 1 ? "1 paper" : "%,d papers".formatted(count);
    }

    private LabPage.Family family(
            String title,
            List<Descriptor> members,
            Map<PaperId, Run> standing,
            Collection<PaperId> here) {
        List<Verdict> verdicts = verdicts(members, standing);
        int claims = members.stream().mapToInt(one -> one.claims().size()).sum();
        String told =
                "%s · %,d claims · %s"
                        .formatted(
                                papers(members.size()),
                                claims,
                                verdicts.isEmpty()
                                        ? "not run here yet"
                                        : ReportText.counts(verdicts));
        return new LabPage.Family(
                title,
                told,
                members.stream()
                        .sorted(Comparator.comparing(one -> one.about().title()))
                        .map(one ->
                                new LabPage.Row(
                                        one.about().title(),
                                        one.paper().value(),
                                        here.contains(one.paper())
                                                ? Addresses.paper(one.paper()) + "#run"
                                                : "",
                                        Optional.ofNullable(standing.get(one.paper()))
                                                .map(run -> line(run, one.parameters()))))
                        .toList());
    }

    private List<Verdict> verdicts(List<Descriptor> members, Map<PaperId, Run> standing) {
        return members.stream()
                .flatMap(one -> Optional.ofNullable(standing.get(one.paper())).stream())
                .flatMap(run -> lab.summary(run).verdicts().stream())
                .toList();
    }

    private List<LabPage.Underway> underway(Known known) {
        Map<PaperId, Descriptor> byPaper = new HashMap<>();
        known.all().forEach(one -> byPaper.put(one.paper(), one));
        List<Run> runs =
                new ArrayList<>(
                        lab.latest(List.of(), LATEST).stream()
                                .filter(run -> !run.state().isEnd())
                                .toList());
        Collections.reverse(runs);
        return runs.stream()
                .map(run -> {
                    Optional<Descriptor> of = Optional.ofNullable(byPaper.get(run.paper()));
                    Progress progress = Underway.progress(run.id(), lab.live(run), of);
                    return new LabPage.Underway(
                            of.map(one -> one.about().title()).orElse(run.paper().value()),
                            line(run, of.map(Descriptor::parameters).orElse(List.of())),
                            progress.told().isEmpty() ? progress.stage() : progress.told());
                })
                .toList();
    }
}
