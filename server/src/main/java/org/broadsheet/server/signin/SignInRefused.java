package org.broadsheet.server.signin;

/// A passkey or an identity that is not accepted; the message says why, for its reader.
public final class SignInRefused extends Exception {
    private static final long serialVersionUID = 1;

    SignInRefused(String message) {
        super(message);
    }

    SignInRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
