package org.broadsheet.server.web.page;

import java.util.List;

/// The mail that left the house, for admins.
///
/// @param place the folder that it lies in
public record OutboxPage(Frame frame, String headline, String place, List<Letter> letters) {
    public OutboxPage {
        letters = List.copyOf(letters);
    }

    public record Letter(String to, String subject, String at, String body, String file) {}
}
