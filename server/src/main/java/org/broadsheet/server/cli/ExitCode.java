package org.broadsheet.server.cli;

import org.broadsheet.server.home.Opening;

/// The exit codes, as `broadsheet --help` and `docs/usage.md` list them.
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PORT_UNUSABLE = 3;
    static final int HOME_TAKEN = Opening.Held.EXIT_CODE;
    static final int HOME_UNUSABLE = Opening.Unusable.EXIT_CODE;

    /// Some of the input was kept, and some was not.
    static final int IN_PART = 6;

    private ExitCode() {}
}
