package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// What a reader finds of their own account.
///
/// @param address where mail reaches them; empty for nowhere
/// @param pending an address that waits to be confirmed, or empty
/// @param blocked since when they may only read, or empty
/// @param minimum of a password's characters
public record AccountPage(
        Frame frame,
        String name,
        String shown,
        String role,
        String joined,
        String address,
        String pending,
        String blocked,
        List<Place> places,
        int minimum,
        Optional<String> problem,
        Optional<String> told) {
    public AccountPage {
        places = List.copyOf(places);
    }

    /// A browser in which the reader is signed in.
    ///
    /// @param key names the session; not the secret that its browser has
    public record Place(String key, String agent, String address, String seen, Which which) {
        public enum Which {
            THIS,
            OTHER
        }

        public boolean isThis() {
            return which == Which.THIS;
        }
    }
}
