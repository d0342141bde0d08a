package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/// The one place that says who somebody is and what they may do. Pages, API and filters ask here
/// and nowhere else.
public interface Access {
    /// Cheap enough to be asked for every page, cached ones too.
    Who who(HttpServletRequest request);

    boolean allows(Who who, Right right);

    /// In a sentence, for the terminal at start and the colophon: who may do what here.
    String notice();

    default boolean allows(HttpServletRequest request, Right right) {
        return allows(who(request), right);
    }

    /// @throws NotAllowed unless who sends this may do that
    default void require(HttpServletRequest request, Right right) {
        if (!allows(request, right)) {
            throw new NotAllowed(right, notice());
        }
    }

    /// One local reader with every right if only this machine reaches the address, else read-only:
    /// what holds where there are no accounts.
    static Access boundTo(InetAddress address) {
        return address.isLoopbackAddress() ? new SingleReader() : new ReadOnly();
    }
}
