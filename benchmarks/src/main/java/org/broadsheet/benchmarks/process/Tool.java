package org.broadsheet.benchmarks.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.benchmarks.CannotMeasure;
import org.broadsheet.benchmarks.Report;

/// A program of the system that a benchmark needs.
///
/// @param name as typed
/// @param debianPackage what brings it
public record Tool(String name, String debianPackage) {
    /// Where it is, or [CannotMeasure] with the line that installs it.
    public Path path() {
        List<String> folders = new ArrayList<>(List.of(path(System.getenv())));
        folders.addAll(List.of("/usr/sbin", "/usr/local/sbin"));
        return folders.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new CannotMeasure(
                                Report.format(
                                        "This figure needs %s, which is not on PATH."
                                                + " Debian, Ubuntu: sudo apt install %s",
                                        name, debianPackage)));
    }

    private static String[] path(Map<String, String> environment) {
        return environment.getOrDefault("PATH", "/usr/bin").split(File.pathSeparator);
    }
}
