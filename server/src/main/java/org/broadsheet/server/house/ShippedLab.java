package org.broadsheet.server.house;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.lab.process.Descriptor;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.report.ReportFolder;
import org.broadsheet.lab.work.Laboratory;

/// What comes with Broadsheet for the lab: the jars that run (in `lab/` beside the program's own
/// jar), and the full reports of `docs/lab`, which every house shows until it has made its own.
final class ShippedLab {
    private static final String REPORTS = "/lab-reports/";

    private ShippedLab() {}

    /// The folder of the jars; `-Dbroadsheet.lab=DIR` names another, as tests do.
    static Path folder() {
        String named = System.getProperty("broadsheet.lab");
        return named == null ? besideProgram() : Path.of(named);
    }

    private static Path besideProgram() {
        try {
            Path program =
                    Path.of(
                            ShippedLab.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return program.resolveSibling("lab");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own place has no path", e);
        }
    }

    /// Takes in the report of every paper that can be run here, where there is one and its run is
    /// not known yet.
    static void takeReports(Laboratory lab) {
        for (Descriptor descriptor : lab.catalogue().all()) {
            String name = REPORTS + folderName(descriptor.paper().value()) + "/";
            try (InputStream in = ShippedLab.class.getResourceAsStream(name + ReportFolder.WHOLE)) {
                if (in != null) {
                    take(
                            lab,
                            LabJson.read(
                                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                                    Report.class),
                            name);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void take(Laboratory lab, Report report, String folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : report.files()) {
            try (InputStream in = ShippedLab.class.getResourceAsStream(folder + name)) {
                if (in != null) {
                    files.put(name, in.readAllBytes());
                }
            }
        }
        lab.takeIn(report, files);
    }

    /// A paper's id as the name of a folder: `cs/9809007` becomes `cs-9809007`.
    static String folderName(String paper) {
        return paper.replaceAll("[^A-Za-z0-9.]", "-");
    }
}
