package org.broadsheet.lab.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Picture;
import org.broadsheet.lab.Sound;
import org.broadsheet.lab.chart.Drawing;
import org.broadsheet.lab.chart.Png;
import org.broadsheet.lab.chart.Wav;

/// Writes a report as a folder: `report.json` (all of it), `README.md` (for reading) and one file
/// for each exhibit that is drawn or heard, beside the run's own files. Files of an older report of
/// the same names are replaced.
public final class ReportFolder {
    public static final String WHOLE = "report.json";

    private ReportFolder() {}

    public static void write(Report report, Map<String, byte[]> files, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        for (Exhibit exhibit : report.exhibits()) {
            write(exhibit, folder);
        }
        write(folder.resolve("README.md"), ReportText.markdown(report));
        write(folder.resolve(WHOLE), LabJson.write(report) + "\n");
    }

    private static void write(Exhibit exhibit, Path folder) throws IOException {
        Path file = folder.resolve(fileName(exhibit));
        switch (exhibit) {
            case Picture picture -> Files.write(file, Png.of(picture));
            case Sound sound -> Files.write(file, Wav.of(sound));
            default -> {
                if (Drawing.of(exhibit).isPresent()) {
                    write(file, Drawing.of(exhibit).get().standalone());
                }
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// The file that shows an exhibit, as in `capacity.svg`.
    public static String fileName(Exhibit exhibit) {
        return exhibit.id()
                + switch (exhibit) {
                    case Picture _ -> ".png";
                    case Sound _ -> ".wav";
                    default -> ".svg";
                };
    }
}
