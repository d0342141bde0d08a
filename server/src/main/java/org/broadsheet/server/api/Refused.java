package org.broadsheet.server.api;

import org.broadsheet.server.security.Refusal;

/// A request that cannot be served, on its way to the client.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    Refused(int status, String code, String message) {
        super(message);
        refusal = new Refusal(status, code, message);
    }

    static Refused parameter(String message) {
        return new Refused(400, "InvalidParameter", message);
    }

    Refusal refusal() {
        return refusal;
    }
}
