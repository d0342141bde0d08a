package org.broadsheet.server.cli;

import picocli.CommandLine.Option;

/// The option `--json`: answers for programs, one JSON object a line, no progress.
final class JsonOption {
    @Option(names = "--json", description = "Answer in JSON, one object a line.")
    private boolean on;

    boolean isOn() {
        return on;
    }
}
