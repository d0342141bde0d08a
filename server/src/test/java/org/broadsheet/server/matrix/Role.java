package org.broadsheet.server.matrix;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.security.Right;
import org.jspecify.annotations.Nullable;

/// Who asks. Objects of readers in the table belong to [#READER]; [#OTHER] has the same role.
enum Role {
    VISITOR(null, EnumSet.of(Right.READ)),
    READER("ada", EnumSet.of(Right.READ, Right.VOTE, Right.SUBMIT)),
    OTHER("emmy", EnumSet.of(Right.READ, Right.VOTE, Right.SUBMIT)),
    CURATOR("grace", EnumSet.complementOf(EnumSet.of(Right.ADMINISTER))),
    ADMIN("alan", EnumSet.allOf(Right.class));

    static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    static final Set<Role> SIGNED_IN = EnumSet.complementOf(EnumSet.of(VISITOR));
    static final Set<Role> CURATORS = EnumSet.of(CURATOR, ADMIN);
    static final Set<Role> ADMINS = EnumSet.of(ADMIN);

    static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);

    private final @Nullable String reader;
    private final Set<Right> rights;

    Role(@Nullable String reader, Set<Right> rights) {
        this.reader = reader;
        this.rights = rights;
    }

    Optional<ReaderId> reader() {
        return Optional.ofNullable(reader).map(ReaderId::new);
    }

    Set<Right> rights() {
        return rights;
    }
}
