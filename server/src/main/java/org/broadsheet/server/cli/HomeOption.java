package org.broadsheet.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option `--home`, mixed into every command that works on a house.
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:BROADSHEET_HOME:-broadsheet-data}",
            description = "The data folder (default: $BROADSHEET_HOME, else broadsheet-data here).")
    private Path folder = Path.of("broadsheet-data");

    Path folder() {
        return folder.toAbsolutePath().normalize();
    }
}
