package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.Who;

/// Says which reader sends a request, if that reader may vote.
public record Voters(Access access) {
    Optional<ReaderId> voter(HttpServletRequest request) {
        return switch (access.who(request)) {
            case Who.Reader reader when access.allows(reader, Right.VOTE) ->
                    Optional.of(reader.id());
            case Who.Reader _, Who.Visitor _ -> Optional.empty();
        };
    }
}
