package org.broadsheet.server.cli;

import org.slf4j.bridge.SLF4JBridgeHandler;

/// Sends what libraries tell java.util.logging where everything else is told: `logback.xml`.
final class Logging {
    private Logging() {}

    /// To be called before a house is opened; calling it again does nothing more.
    static void gather() {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }
}
