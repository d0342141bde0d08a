package org.broadsheet.server.matrix;

import java.util.EnumSet;
import java.util.Set;

/// Who asks: a visitor, or somebody with an account and a session. Objects of readers in the table
/// belong to [#READER]; [#OTHER] has the same role.
enum Role {
    VISITOR,
    READER,
    OTHER,
    CURATOR,
    ADMIN;

    static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    static final Set<Role> SIGNED_IN = EnumSet.complementOf(EnumSet.of(VISITOR));
    static final Set<Role> CURATORS = EnumSet.of(CURATOR, ADMIN);
    static final Set<Role> ADMINS = EnumSet.of(ADMIN);
    static final Set<Role> NOBODY = EnumSet.noneOf(Role.class);
}
