package org.broadsheet.server.signin;

/// Random values that devices sign. Each is good once and for a few minutes, on every node of the
/// house.
public interface Challenges {
    /// @param purpose what it is for; it is good for nothing else
    /// @return at least 16 random bytes, base64url
    String issue(String purpose);

    /// @return whether it was issued for that purpose, in time, and not taken before
    boolean take(String purpose, String challenge);
}
