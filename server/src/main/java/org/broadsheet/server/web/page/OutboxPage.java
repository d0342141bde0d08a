package org.broadsheet.server.web.page;

import java.util.List;

/// How the house's mail stands, for admins.
///
/// @param place the folder that mails lie in as files; empty where servers take them
/// @param stopped why nothing is sent for now; empty while mail is sent
/// @param doubtful what nobody knows the fate of, the latest first
/// @param letters that became files
public record OutboxPage(
        Frame frame,
        String headline,
        String place,
        String stopped,
        List<Standing> standings,
        List<Doubtful> doubtful,
        List<Letter> letters) {
    public OutboxPage {
        standings = List.copyOf(standings);
        doubtful = List.copyOf(doubtful);
        letters = List.copyOf(letters);
    }

    /// How many deliveries stand so.
    public record Standing(String state, String count) {}

    /// A delivery that may have arrived.
    public record Doubtful(String mailing, String to, String at, String why) {}

    public record Letter(String to, String subject, String at, String body, String file) {}
}
