package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;

/// A house that others reach, without accounts: everybody reads, nobody changes anything.
final class ReadOnly implements Access {
    @Override
    public Who who(HttpServletRequest request) {
        return Who.VISITOR;
    }

    @Override
    public boolean allows(Who who, Right right) {
        return right == Right.READ;
    }

    @Override
    public String notice() {
        return "Read-only: other machines reach this server and there are no accounts, so nobody"
                + " can vote or change anything. Bind it to localhost to vote.";
    }
}
