package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Picture;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.Table;
import org.broadsheet.lab.chart.Drawing;
import org.broadsheet.lab.chart.Png;
import org.broadsheet.lab.chart.Wav;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.work.Laboratory;
import org.broadsheet.run.RunId;
import org.broadsheet.server.web.lab.ExhibitData;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// What a report has beside its page: the run's own files, and each exhibit as a drawing, a
/// picture, a sound or its data. A stranger's program wrote the files: whatever a browser makes of
/// them, it runs nothing and reaches nothing of ours.
@Controller
public final class RunFiles {
    private static final String POLICY = "Content-Security-Policy";

    private static final String SEALED =
            "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline';"
                    + " sandbox; frame-ancestors 'none'";

    /// Lets the drawing's own style work, and nothing else.
    private static final String DRAWN =
            "default-src 'none'; img-src data:; style-src '%s'; sandbox; frame-ancestors 'none'"
                    .formatted(hash("\n" + Drawing.STYLE));

    private static final Map<String, String> TYPES =
            Map.of(
                    "csv", "text/csv;charset=utf-8",
                    "tsv", "text/tab-separated-values;charset=utf-8",
                    "txt", "text/plain;charset=utf-8",
                    "log", "text/plain;charset=utf-8",
                    "md", "text/plain;charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "wav", "audio/wav");

    private static final String ANY = "application/octet-stream";

    private final Laboratory lab;
    private final ProblemPages problems;
    private final Keeping keeping;

    public RunFiles(Laboratory lab, ProblemPages problems, Keeping keeping) {
        this.lab = lab;
        this.problems = problems;
        this.keeping = keeping;
    }

    /// The run's own file of this name, else what shows the exhibit of this name.
    @GetMapping("/lab/runs/{id}/{file}")
    View file(
            @PathVariable("id") String text,
            @PathVariable("file") String name,
            HttpServletRequest request) {
        RunId id = LabPages.id(text);
        Optional<Report> report = lab.report(id);
        if (report.isEmpty()) {
            return lab.find(id)
                    .map(run -> problems.noReport(run, request))
                    .orElseGet(() -> problems.noRun(id, request));
        }
        Optional<View> found = file(report.get(), name).or(() -> exhibit(report.get(), name));
        if (found.isEmpty()) {
            return problems.noFile(id, name, names(report.get()), request);
        }
        keeping.once(request);
        return found.get();
    }

    private Optional<View> file(Report report, String name) {
        return report.files().contains(name)
                ? lab.file(report.run(), name).map(bytes -> file(name, bytes))
                : Optional.empty();
    }

    private static View file(String name, byte[] bytes) {
        String type = TYPES.getOrDefault(ending(name), ANY);
        return new Sent(
                type,
                bytes,
                type.equals(ANY)
                        ? Map.of(POLICY, SEALED, "Content-Disposition", "attachment")
                        : Map.of(POLICY, SEALED));
    }

    private static Optional<View> exhibit(Report report, String name) {
        String ending = ending(name);
        if (ending.isEmpty()) {
            return Optional.empty();
        }
        String id = name.substring(0, name.length() - ending.length() - 1);
        return report.exhibit(id).flatMap(exhibit -> drawn(exhibit, ending));
    }

    private static Optional<View> drawn(Exhibit exhibit, String ending) {
        return switch (ending) {
            case "svg" ->
                    Drawing.of(exhibit).map(drawing -> text(ending, drawing.standalone(), DRAWN));
            case "png" ->
                    exhibit instanceof Picture picture
                            ? Optional.of(file("x.png", Png.of(picture)))
                            : Optional.empty();
            case "wav" ->
                    exhibit instanceof Sound sound
                            ? Optional.of(file("x.wav", Wav.of(sound)))
                            : Optional.empty();
            case "csv" -> ExhibitData.csv(exhibit).map(csv -> text(ending, csv, SEALED));
            default -> Optional.empty();
        };
    }

    private static View text(String ending, String text, String policy) {
        return new Sent(
                TYPES.getOrDefault(ending, ANY),
                text.getBytes(StandardCharsets.UTF_8),
                Map.of(POLICY, policy));
    }

    /// All that there is, for a reader who asked for something else.
    private static List<String> names(Report report) {
        List<String> names = new ArrayList<>(report.files());
        for (Exhibit exhibit : report.exhibits()) {
            switch (exhibit) {
                case Picture _ -> names.add(exhibit.id() + ".png");
                case Sound _ -> names.add(exhibit.id() + ".wav");
                case Table _ -> names.add(exhibit.id() + ".csv");
                default -> {
                    names.add(exhibit.id() + ".svg");
                    names.add(exhibit.id() + ".csv");
                }
            }
        }
        return names;
    }

    /// In small letters, without the dot; empty where there is none.
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String hash(String style) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
