package org.broadsheet.delivery;

/// Writes the letters of deliveries that were queued without one. The same delivery gets the same
/// letter, whenever and wherever it is written.
public interface LetterWriter {
    Letter write(Claimed claimed);
}
