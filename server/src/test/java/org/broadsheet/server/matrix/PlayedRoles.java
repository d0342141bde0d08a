package org.broadsheet.server.matrix;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.broadsheet.account.Secret;
import org.broadsheet.account.Session;
import org.broadsheet.reader.Reader;
import org.broadsheet.server.account.Accounts;
import org.broadsheet.server.house.House;

/// The accounts that play the roles. Each request has a session of its own, since some requests end
/// theirs.
final class PlayedRoles {
    private static final String PASSWORD = "seven sheep on the hill";

    /// What signs in [Role#READER].
    static final String RIGHT_PASSWORD = "name=ada&password=" + PASSWORD.replace(' ', '+');

    private final House house;
    private final SecureRandom random = new SecureRandom();
    private final Map<Role, Reader> readers = new EnumMap<>(Role.class);

    PlayedRoles(House house) {
        this.house = house;
        join(Role.READER, "ada", org.broadsheet.reader.Role.READER);
        join(Role.OTHER, "emmy", org.broadsheet.reader.Role.READER);
        join(Role.CURATOR, "grace", org.broadsheet.reader.Role.CURATOR);
        join(Role.ADMIN, "alan", org.broadsheet.reader.Role.ADMIN);
    }

    private void join(Role role, String name, org.broadsheet.reader.Role held) {
        Accounts.Joining typed = new Accounts.Joining(name, name, PASSWORD, "");
        readers.put(role, house.accounts().join(typed, held, "http://localhost"));
    }

    Reader reader(Role role) {
        Reader reader = readers.get(role);
        if (reader == null) {
            throw new IllegalArgumentException(role + " has no account");
        }
        return reader;
    }

    /// The header `Cookie` of somebody in that role, who has just signed in; empty for visitors.
    String cookie(Role role) {
        if (role == Role.VISITOR) {
            return "";
        }
        Secret secret = Secret.random(random);
        Instant now = house.clock().instant();
        house.storage()
                .sessions()
                .open(
                        new Session(
                                secret.hash(), reader(role).id(), now, now, "a test", "127.0.0.1"));
        return "session=" + secret.value();
    }
}
