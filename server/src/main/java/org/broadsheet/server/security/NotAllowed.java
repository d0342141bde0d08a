package org.broadsheet.server.security;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Somebody asked for what they may not do; answered with 403 and this message.
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAllowed(Right right, String notice) {
        super(message(right, notice));
    }

    static String message(Right right, String notice) {
        return "You have no right to " + right.name().toLowerCase(Locale.ROOT) + " here. " + notice;
    }
}
