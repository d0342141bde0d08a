package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.harvest.Harvest;
import org.broadsheet.job.Job;
import org.broadsheet.server.harvest.HarvestState;
import org.broadsheet.server.harvest.Harvests;
import org.broadsheet.server.house.House;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.Section;
import org.broadsheet.server.web.page.SourcesPage;
import org.broadsheet.server.web.page.SourcesPage.Askable;
import org.broadsheet.server.web.page.SourcesPage.Line;
import org.broadsheet.server.web.page.SourcesPage.Row;
import org.broadsheet.source.Manner;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Source;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Shows whoever runs the house how papers come in, and lets them have a source asked now.
@Controller
public final class SourcesPages {
    static final String PATH = "/admin/sources";

    private static final int REJECTS_LOOKED_AT = 1_000;
    private static final int REASONS = 5;

    private final Pages pages;
    private final Frames frames;
    private final House house;
    private final Harvests harvests;
    private final Access access;
    private final Keeping keeping;
    private final Moments moments;

    public SourcesPages(Pages pages, Frames frames, House house, Access access, Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.house = house;
        this.harvests = house.harvests();
        this.access = access;
        this.keeping = keeping;
        this.moments = new Moments(house.clock(), house.settings().edition().zone());
    }

    @GetMapping(PATH)
    View sources(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        keeping.once(request);
        List<Row> rows = rows();
        return pages.show(
                "sources",
                new SourcesPage(
                        frames.of("Sources", "How papers come in.", PATH, Section.NONE),
                        heading(rows),
                        rows,
                        next(),
                        backlog(),
                        aside(),
                        figures(),
                        house.sources().all().stream().map(SourcesPages::askable).toList()));
    }

    /// @param harvest names it, as in `arxiv cs.CL,stat`
    @PostMapping(PATH + "/run")
    View run(
            @RequestParam(name = "harvest", defaultValue = "") String harvest,
            HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        Harvest.Key key = BadAddress.unless(() -> Harvest.Key.parse(harvest));
        BadAddress.unless(() -> {
            harvests.runNow(key);
            return key;
        });
        return pages.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    private List<Row> rows() {
        record Dated(Row row, Instant last) {}
        List<Dated> rows = new ArrayList<>();
        for (Harvest harvest : harvests.all()) {
            Instant last = harvest.run().started();
            rows.add(new Dated(row(harvest), last == null ? Instant.EPOCH : last));
        }
        return rows.stream()
                .sorted(
                        Comparator.comparing((Dated one) -> !needsSomebody(one.row))
                                .thenComparing(Dated::last, Comparator.reverseOrder()))
                .map(Dated::row)
                .toList();
    }

    private Row row(Harvest harvest) {
        Harvest.Run run = harvest.run();
        HarvestState state = harvests.state(harvest);
        Instant started = run.started();
        return new Row(
                harvest.key().text(),
                house.sources()
                        .find(harvest.key().source())
                        .map(source -> source.manner().label())
                        .orElse(harvest.key().source()),
                harvest.key().parts().isEmpty()
                        ? "all of it"
                        : String.join(", ", harvest.key().parts()),
                state,
                run.error(),
                started == null ? "" : moments.at(started),
                started == null ? "" : Moments.took(run.took()),
                "%,d".formatted(run.counts().added()),
                "%,d".formatted(run.counts().changed()),
                "%,d".formatted(run.counts().rejected()),
                next(run, state));
    }

    private String next(Harvest.Run run, HarvestState state) {
        Instant retry = run.nextTry();
        return state == HarvestState.WAITING && retry != null ? moments.at(retry) : "";
    }

    private static boolean needsSomebody(Row row) {
        return row.state() == HarvestState.STOPPED;
    }

    private String next() {
        return harvests.nextRun().map(moments::at).orElse("");
    }

    private String heading(List<Row> rows) {
        long stopped = rows.stream().filter(SourcesPages::needsSomebody).count();
        if (rows.isEmpty()) {
            return harvests.nextRun().isEmpty()
                    ? "Nothing comes in by itself yet."
                    : "The first harvest begins within a minute.";
        }
        if (stopped == 0) {
            return rows.size() == 1
                    ? "The one source looks after itself."
                    : "All %d harvests look after themselves.".formatted(rows.size());
        }
        return stopped == 1 ? "One harvest needs you." : stopped + " harvests need you.";
    }

    private List<Line> backlog() {
        List<Line> lines = new ArrayList<>();
        var meaning = house.meaning();
        lines.add(
                line(
                        "Meaning vectors, newest first",
                        meaning.done(),
                        meaning.total(),
                        meaning.isComplete() ? "" : "Words find every paper already."));
        Job.Progress enriched = house.enriched();
        lines.add(line("Keywords and extracts", enriched.done(), enriched.total(), ""));
        long behind = Math.max(0, house.follower().latest() - house.index().sequence());
        lines.add(new Line("Changes not in the index for good yet", "%,d".formatted(behind), ""));
        return lines;
    }

    private static Line line(String label, long done, long total, String remark) {
        return new Line(label, "%,d of %,d".formatted(done, total), remark);
    }

    /// The commonest reasons among the latest records.
    private List<Line> aside() {
        record Reason(String reason, List<Reject> rejects) {}
        List<Reason> reasons = new ArrayList<>();
        house.storage().rejects().latest(REJECTS_LOOKED_AT).stream()
                .collect(
                        Collectors.groupingBy(
                                Reject::reason, LinkedHashMap::new, Collectors.toList()))
                .forEach((reason, rejects) -> reasons.add(new Reason(reason, rejects)));
        return reasons.stream()
                .sorted(Comparator.comparingInt((Reason one) -> one.rejects.size()).reversed())
                .limit(REASONS)
                .map(one ->
                        new Line(
                                one.reason,
                                "%,d".formatted(one.rejects.size()),
                                one.rejects.getFirst().source()
                                        + ", "
                                        + one.rejects.getFirst().place()))
                .toList();
    }

    private List<Line> figures() {
        long free = house.folder().toFile().getUsableSpace();
        return List.of(
                new Line("Papers", "%,d".formatted(house.storage().papers().count()), ""),
                new Line("Set aside", "%,d".formatted(house.storage().rejects().count()), ""),
                new Line("Disk free", "%.1f GB".formatted(free / 1e9), ""),
                new Line(
                        "Open edition",
                        house.settings().edition().day(house.clock().instant()).toString(),
                        "turns over at "
                                + house.settings().edition().turnOver()
                                + ", "
                                + house.settings().edition().zone()));
    }

    private static Askable askable(Source source) {
        Manner manner = source.manner();
        String pause = Moments.took(manner.pause()) + " between two requests";
        return new Askable(
                source.name(),
                manner.label(),
                manner.home().toString(),
                manner.proof() == Manner.Proof.RECORDED
                        ? pause
                        : pause + "; untested against the real service");
    }
}
