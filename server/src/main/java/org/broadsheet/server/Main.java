package org.broadsheet.server;

import org.broadsheet.server.cli.Broadsheet;

/// The program: hands its words to the command line and leaves with its exit code.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(Broadsheet.commandLine().execute(words));
    }
}
