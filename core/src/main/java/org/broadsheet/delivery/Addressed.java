package org.broadsheet.delivery;

import java.time.Instant;
import java.util.List;
import org.broadsheet.account.MailAddress;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// A mailing's part for one reader, to be queued.
///
/// @param due not sent before
/// @param papers that it brings, the first first; none where it is not about papers
/// @param letter its words, where they are not written from the mailing when it is sent
public record Addressed(
        SubscriberId subscriber,
        MailAddress address,
        Instant due,
        List<PaperId> papers,
        @Nullable Letter letter) {
    public Addressed {
        papers = List.copyOf(papers);
    }
}
