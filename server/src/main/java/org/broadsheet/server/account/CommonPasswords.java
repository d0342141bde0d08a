package org.broadsheet.server.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import me.gosimple.nbvcxz.resources.Dictionary;

/// This is the list of passwords that many people have, from the library nbvcxz. It is read from
/// its jar each time, a few milliseconds at a moment that takes many more, and takes no memory
/// between.
final class CommonPasswords {
    private static final String LIST = "/dictionaries/passwords.txt";

    private CommonPasswords() {}

    /// Whether it is on the list, in capitals or not.
    static boolean contain(String password) {
        String wanted = password.toLowerCase(Locale.ROOT);
        try (InputStream list = Dictionary.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of common passwords is not in its jar");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .anyMatch(line -> line.strip().equals(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
