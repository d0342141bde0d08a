package org.broadsheet.server.cli;

/// The exit codes, as `broadsheet --help` lists them.
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PORT_UNUSABLE = 3;

    private ExitCode() {}
}
