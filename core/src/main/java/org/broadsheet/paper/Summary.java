package org.broadsheet.paper;

/// A short text about a paper that is not its authors' abstract, and who wrote it.
///
/// @param deck one sentence for the front page, or empty
public record Summary(String text, String deck, Writer by) {
    public enum Writer {
        /// Written for Broadsheet by its makers.
        BROADSHEET,
        /// Made by a language model at the source it came from.
        MODEL,
        /// A sentence of the abstract, which this house picked by itself.
        EXTRACT
    }

    public Summary {
        text = Text.paragraphs(text);
        deck = Text.oneLine(deck);
    }
}
