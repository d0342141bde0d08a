package org.broadsheet.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// A command that cannot go on for a reason its caller can act on: the message says what was wrong,
/// what is accepted and what to do next, and the exit code tells scripts.
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// Prints a [Failure] as its message alone; anything else is a bug of ours and keeps its trace.
    static int tell(Exception failure, CommandLine line, ParseResult words) {
        if (failure instanceof Failure told) {
            line.getErr().println(told.getMessage());
            return told.exitCode;
        }
        line.getErr().println("broadsheet failed in a way it should not have. Please report this:");
        failure.printStackTrace(line.getErr());
        return ExitCode.FAILED;
    }
}
