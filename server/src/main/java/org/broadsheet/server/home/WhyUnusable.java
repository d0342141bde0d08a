package org.broadsheet.server.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;

/// Says in the operator's words why a folder cannot be a home.
final class WhyUnusable {
    private WhyUnusable() {}

    static String of(Path folder, IOException failure) {
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        String choose = "or choose another folder with --home.";
        if (failure instanceof FileAlreadyExistsException || reason.contains("not a directory")) {
            return folder + " is a file, but the home must be a folder. Move it, " + choose;
        }
        if (reason.contains("read-only")) {
            return folder + " is on a read-only disk. Make it writable, " + choose;
        }
        if (failure instanceof AccessDeniedException || reason.contains("permission denied")) {
            return "this user may not write to " + folder + ". Change its owner, " + choose;
        }
        if (reason.contains("no space") || reason.contains("quota")) {
            return "the disk of " + folder + " is full. Make room, " + choose;
        }
        return folder + " cannot be used: " + failure + ". Mend that, " + choose;
    }
}
