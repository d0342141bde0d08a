package org.broadsheet.server.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version from the jar's manifest, and the Java it runs on.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var ours =
                Objects.requireNonNullElse(
                        Version.class.getPackage().getImplementationVersion(), "(not packaged)");
        return new String[] {"Broadsheet " + ours + " on Java " + Runtime.version()};
    }
}
