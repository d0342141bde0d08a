package org.broadsheet.lab.process;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/// The program whose class path is that of these tests: its reproductions are the strangers.
public final class TestProgram {
    private TestProgram() {}

    public static LabProgram of(LabProgram.Limits limits) {
        return new LabProgram(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(path -> path.toFile().exists())
                        .toList(),
                limits);
    }
}
