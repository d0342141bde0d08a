package org.broadsheet.paper;

/// A short text about a paper that is not its authors' abstract, and who wrote it.
///
/// @param deck one sentence for the front page, or empty
/// @param model the name of the model that wrote it, where that is known
public record Summary(String text, String deck, Writer by, String model) {
    public enum Writer {
        /// Written for Broadsheet by its makers.
        BROADSHEET,
        /// Made by a language model at the source it came from.
        MODEL,
        /// A sentence of the abstract, which this house picked by itself.
        EXTRACT,
        /// Made by a language model that this house asked.
        HOUSE_MODEL
    }

    public Summary {
        text = Text.paragraphs(text);
        deck = Text.oneLine(deck);
        model = Text.oneLine(model);
    }

    public Summary(String text, String deck, Writer by) {
        this(text, deck, by, "");
    }
}
