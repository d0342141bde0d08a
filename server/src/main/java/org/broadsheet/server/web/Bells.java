package org.broadsheet.server.web;

import java.util.Optional;
import org.broadsheet.notice.NoticeStore;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Counts the unread notices of whoever asks for the page that this thread makes.
public record Bells(NoticeStore notices, Voters voters) {
    /// Nothing for visitors.
    Optional<Long> now() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? voters.voter(attributes.getRequest()).map(notices::unread)
                : Optional.empty();
    }
}
