package org.broadsheet.server.round;

import java.util.List;

/// A digest as its reader sees it, from which both the text and the HTML are drawn. All addresses
/// are whole.
///
/// @param subject of the mail
/// @param house its name
/// @param day the day or days of the edition, in words
/// @param news how many papers there are, in words
/// @param edition the address of the edition
/// @param terms when the reader gets digests, and since when, in a sentence
/// @param change where the reader changes that
/// @param leave where the reader leaves
public record DigestMail(
        String subject,
        String house,
        String day,
        String news,
        String edition,
        List<Item> items,
        String terms,
        String change,
        String leave) {
    public DigestMail {
        items = List.copyOf(items);
    }

    /// A paper.
    ///
    /// @param deck a sentence or two, or empty
    /// @param facts authors, date and votes, in a line
    /// @param runs what its run came to, or empty
    /// @param why it is there, in a sentence
    public record Item(
            String url, String title, String deck, String facts, String runs, String why) {}

    /// As plain text of at most 72 columns, addresses apart.
    String text() {
        return DigestText.of(this);
    }
}
