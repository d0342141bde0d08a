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
            try {
                if (isUnknown(lab, name)) {
                    take(lab, name);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /// Whether there is a report whose run is not known yet. It is read no further than needed:
    /// every start asks this of every paper.
    private static boolean isUnknown(Laboratory lab, String folder) throws IOException {
        try (InputStream in = ShippedLab.class.getResourceAsStream(folder + ReportFolder.WHOLE)) {
            return in != null && lab.find(LabJson.runOf(in)).isEmpty();
        }
    }

    private static void take(Laboratory lab, String folder) throws IOException {
        String text = new String(bytes(folder + ReportFolder.WHOLE), StandardCharsets.UTF_8);
        Report report = LabJson.read(text, Report.class);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : report.files()) {
            files.put(name, bytes(folder + name));
        }
        lab.takeIn(report, files);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ShippedLab.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the program lacks its own file " + resource);
            }
            return in.readAllBytes();
        }
    }

    /// A paper's id as the name of a folder: `cs/9809007` becomes `cs-9809007`.
    static String folderName(String paper) {
        return paper.replaceAll("[^A-Za-z0-9.]", "-");
    }
}
