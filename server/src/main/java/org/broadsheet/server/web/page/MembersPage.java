package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;

/// Who has an account, and who is invited, for admins.
///
/// @param count in words
/// @param registration in a sentence
/// @param link of an invitation that was made just now: shown this once
/// @param next the address of the next page of members
public record MembersPage(
        Frame frame,
        String count,
        String registration,
        List<Member> members,
        List<Invitation> invitations,
        Optional<String> link,
        Optional<String> next,
        Optional<String> problem,
        Optional<String> told) {
    public MembersPage {
        members = List.copyOf(members);
        invitations = List.copyOf(invitations);
    }

    /// @param role in small letters
    /// @param blocked since when, or empty
    public record Member(
            String id, String name, String shown, String role, String joined, String blocked) {}

    /// @param key names it; not the secret that the invited have
    public record Invitation(String key, String role, String made, String until) {}
}
