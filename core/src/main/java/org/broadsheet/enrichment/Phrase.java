package org.broadsheet.enrichment;

/// A run of words that may be a keyword.
///
/// @param key its stems, joined by blanks: what is compared
/// @param surface as it stands in the text, where it stands most often
/// @param features what [Weights] are for
public record Phrase(String key, String surface, double[] features) {}
