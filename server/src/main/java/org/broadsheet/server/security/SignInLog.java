package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.limit.InMemoryLimiter;
import org.broadsheet.limit.Limit;
import org.broadsheet.limit.RateLimiter;
import org.broadsheet.moderation.AuditLog;
import org.broadsheet.moderation.AuditLog.Act;
import org.broadsheet.moderation.AuditLog.Kind;
import org.broadsheet.moderation.Subject;
import org.broadsheet.reader.ReaderId;
import org.jspecify.annotations.Nullable;

/// Writes down who signed in by which way and who was refused. What was typed is never written: not
/// even a name that nobody has, for people type passwords where names belong.
///
/// Whoever is refused pays nothing for another try, so refusals are written only so often:
/// [#REFUSED_FROM] an address, [#REFUSED] in all, by this node. Nobody can fill the disk with them.
public final class SignInLog {
    static final Limit REFUSED_FROM = new Limit(5, Duration.ofHours(1));
    static final Limit REFUSED = new Limit(60, Duration.ofHours(1));

    private final AuditLog log;
    private final Clock clock;
    private final RateLimiter written = new InMemoryLimiter();

    public SignInLog(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// By what somebody proves who they are.
    public enum Way {
        PASSWORD,
        PASSKEY,
        IDENTITY,
        LINK;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public void entered(ReaderId who, Way way, HttpServletRequest request) {
        log.append(act(who, "signed in by " + way.word(), subject(who), "", request));
    }

    /// Other sessions of the reader's were ended.
    public void leftElsewhere(ReaderId who, String what, HttpServletRequest request) {
        log.append(act(who, "signed out elsewhere", subject(who), what, request));
    }

    /// @param meant whose account it was, if the name is somebody's
    /// @param why a few words of ours
    public void refused(Optional<ReaderId> meant, Way way, String why, HttpServletRequest request) {
        Instant now = clock.instant();
        written.forget(now);
        boolean isWritten =
                written.take("refused-from", ClientAddress.counted(request), REFUSED_FROM, now)
                        && written.take("refused", "", REFUSED, now);
        if (isWritten) {
            Subject subject = meant.map(SignInLog::subject).orElse(new Subject("way", way.word()));
            log.append(act(null, "was refused by " + way.word(), subject, why, request));
        }
    }

    private Act act(
            @Nullable ReaderId who,
            String action,
            Subject subject,
            String note,
            HttpServletRequest request) {
        return new Act(
                clock.instant(),
                Kind.SIGN_IN,
                who,
                ClientAddress.of(request),
                action,
                subject,
                note);
    }

    private static Subject subject(ReaderId who) {
        return new Subject("reader", who.value());
    }
}
