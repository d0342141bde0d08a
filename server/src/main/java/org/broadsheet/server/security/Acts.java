package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Act;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;

/// Writes down what somebody did by a request: who, from where, and when are the request's.
public record Acts(AuditLog log, Access access, Clock clock) {
    /// What a reader did with their own account, also one whom this request signs in or out.
    public void own(ReaderId who, HttpServletRequest request, String action, String note) {
        log.append(
                new Act(
                        clock.instant(),
                        Kind.ACCOUNT,
                        who,
                        ClientAddress.of(request),
                        action,
                        new Subject("reader", who.value()),
                        note));
    }

    /// @param action a few words, as in "hid"
    /// @param note why; a public one everybody reads
    public void note(
            HttpServletRequest request, Kind kind, String action, Subject subject, String note) {
        var who = access.who(request) instanceof Who.Reader reader ? reader.id() : null;
        log.append(
                new Act(
                        clock.instant(),
                        kind,
                        who,
                        ClientAddress.of(request),
                        action,
                        subject,
                        note));
    }
}
