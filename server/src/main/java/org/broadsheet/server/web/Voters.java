package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.vote.ReaderId;

/// Says which reader sends a request, if that reader may vote.
@FunctionalInterface
public interface Voters {
    Voters NOBODY = request -> Optional.empty();

    Optional<ReaderId> voter(HttpServletRequest request);
}
