package org.broadsheet.account;

import org.broadsheet.reader.ReaderId;

/// How a reader can sign in and be written to.
///
/// @param password its hash, as the hashing wrote it; empty while there is none
/// @param address where the reader showed that mail reaches them; empty while there is none
/// @param pending an address that waits to be confirmed; empty while none does
public record Credentials(ReaderId reader, String password, String address, String pending) {
    public static Credentials none(ReaderId reader) {
        return new Credentials(reader, "", "", "");
    }

    /// Never the password's hash, so that no log shows it.
    @Override
    public String toString() {
        return "credentials of " + reader;
    }
}
